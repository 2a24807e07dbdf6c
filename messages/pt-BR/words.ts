import type { Translation } from '../keys';

export const words = {
  phases: {
    confident: 'Confiante',
    curious: 'Curioso',
    developing: 'Em desenvolvimento',
    exploring: 'Explorando',
    forming: 'Em formação',
    nascent: 'Nascente',
    opinionated: 'Com opiniões próprias',
    sovereign: 'Soberano',
  },
  templateCategories: {
    business: 'Negócios',
    'daily-life': 'Dia a dia',
    education: 'Educação',
    entrepreneur: 'Empreendedorismo',
    finance: 'Finanças',
    general: 'Geral',
    personal: 'Pessoal',
    productivity: 'Produtividade',
    social: 'Redes sociais',
  },
  humor: { absurdist: 'Absurdo', 'dry-wit': 'Ironia seca', playful: 'Brincalhão', sarcastic: 'Sarcástico', straight: 'Nenhum' },
  languages: {
    am: 'Amárico',
    ar: 'Árabe',
    de: 'Alemão',
    en: 'Inglês',
    es: 'Espanhol',
    fr: 'Francês',
    ha: 'Hauçá',
    hi: 'Hindi',
    'pt-BR': 'Português (Brasil)',
    sw: 'Suaíli',
    yo: 'Iorubá',
  },
} satisfies Translation;
