import type { Translation } from '../keys';

export const words = {
  phases: {
    confident: 'Anayejiamini',
    curious: 'Mdadisi',
    developing: 'Anayekua',
    exploring: 'Anayechunguza',
    forming: 'Anayejijenga',
    nascent: 'Anayeanza',
    opinionated: 'Mwenye maoni yake',
    sovereign: 'Anayejitegemea',
  },
  templateCategories: {
    business: 'Biashara',
    'daily-life': 'Maisha ya kila siku',
    education: 'Elimu',
    entrepreneur: 'Ujasiriamali',
    finance: 'Fedha',
    general: 'Jumla',
    personal: 'Binafsi',
    productivity: 'Tija',
    social: 'Mitandao ya kijamii',
  },
  humor: { absurdist: 'Wa ajabu', 'dry-wit': 'Mkavu', playful: 'Wa kuchekesha', sarcastic: 'Wa kejeli', straight: 'Hakuna' },
  languages: {
    am: 'Kiamhari',
    ar: 'Kiarabu',
    de: 'Kijerumani',
    en: 'Kiingereza',
    es: 'Kihispania',
    fr: 'Kifaransa',
    ha: 'Kihausa',
    hi: 'Kihindi',
    'pt-BR': 'Kireno (Brazili)',
    sw: 'Kiswahili',
    yo: 'Kiyoruba',
  },
} satisfies Translation;
