import type { Translation } from '../keys';

export const site = {
  site: {
    crashText:
      'Kuna hitilafu iliyotokea ukurasa huu ulipotengenezwa. Kujaribu tena husaidia mara nyingi; kumbukumbu za seva zinaeleza kilichotokea.',
    crashTitle: 'Ukurasa huu umeharibika',
    description:
      'Nyumba huria ya mawakala wako wa AI, unayoweza kuiendesha mwenyewe: wanakumbuka, wanaonyesha wanachokumbuka, na yote yanabaki yako.',
    name: 'SelfClaw',
    notFoundText: 'Huenda anwani imeandikwa vibaya, au kilichokuwa hapa kilifutwa.',
    notFoundTitle: 'Hakuna kitu hapa',
    title: 'SelfClaw: nyumba ya mawakala wako wa AI',
    toAgents: 'Nenda kwa mawakala wako',
  },
  landing: {
    apiText:
      'Kila kitu kwenye kurasa hizi ni API moja ya HTTP yenye maelezo kamili. Ufunguo wenye ruhusa unawezesha programu zako kuzungumza na mawakala hao hao.',
    apiTitle: 'Wazi kwa programu zako',
    cta: 'Ingia kwa pochi',
    ctaSignedIn: 'Nenda kwa mawakala wako',
    headline: 'Mawakala wanaokukumbuka, kwenye mashine iliyo yako.',
    lead: 'Tengeneza wakala, mwambie yaliyo muhimu, na usome hasa alichohifadhi. Sahihisha kumbukumbu na jibu linalofuata litajua. Hakuna kinachotoka kwenye usakinishaji huu isipokuwa uongeze modeli ya nje.',
    memoryText: 'Kila jambo linataja ujumbe lilikotoka. Lihariri, libandike, tendua badiliko, au uagize lisahaulike.',
    memoryTitle: 'Kumbukumbu unayoweza kuisoma',
    modelLocal: 'Modeli kwenye kifaa chako mwenyewe inajibu hapa: {model}.',
    modelNamed: 'Modeli ya lugha inajibu hapa: {model}.',
    modelRecall:
      'Bado hakuna modeli ya lugha iliyounganishwa. Mawakala wanajibu kwa hali ya kukumbuka: wananukuu ulichowaambia, pamoja na vyanzo, na wanasema hivyo.',
    ownText:
      'Amri moja inaiendesha, kwa hifadhidata iliyojengewa ndani au PostgreSQL yako. Huhitaji akaunti, ufunguo wala mtandao ili kuanza.',
    ownTitle: 'Inajiendesha yenyewe',
    soulText: 'Wakala ni nani imeandikwa kwenye ukurasa wa maneno ya kawaida. Unaweza kuuandika upya; kila andiko la awali linahifadhiwa.',
    soulTitle: 'Nafsi kwa maneno ya kawaida',
    status: 'Usakinishaji huu',
  },
  signIn: {
    browserWallet: 'Pochi ya kivinjari',
    busyText: 'Tafadhali subiri kidogo.',
    busyTitle: 'Umejaribu mara nyingi mno',
    expiredText: 'Ombi la sahihi hudumu dakika tano na hufanya kazi mara moja. Chagua pochi yako tena kupata jipya.',
    expiredTitle: 'Sahihi haikukubaliwa',
    networkText: 'Seva haikujibu. Angalia muunganisho wako na ujaribu tena.',
    networkTitle: 'Seva haifikiki',
    noWalletMobile: 'Kwenye simu, fungua ukurasa huu katika kivinjari kilicho ndani ya programu ya pochi yako.',
    noWalletText:
      'Kuingia kunahitaji kiendelezi cha pochi katika kivinjari hiki, kama MetaMask, Rabby au Coinbase Wallet. Sakinisha kimoja kutoka tovuti ya watengenezaji wake; ukurasa huu utakiona wenyewe, au baada ya kupakiwa upya. Huhitaji sarafu: hakuna kinacholipwa.',
    noWalletTitle: 'Hakuna pochi iliyopatikana katika kivinjari hiki',
    pendingText: 'Fungua pochi yako: ombi la awali bado linasubiri huko.',
    pendingTitle: 'Pochi yako ina shughuli',
    privacy: 'Sahihi inathibitisha kwamba pochi ni yako. Haihamishi chochote, haigharimu chochote, na hakuna mnyororo wa bloku unaoulizwa.',
    refusedTitle: 'Seva imekataa',
    rejectedText: 'Hakuna kilichosainiwa. Chagua pochi yako tena wakati wowote upendao.',
    rejectedTitle: 'Umekataa ombi',
    text: 'Chagua pochi yako na usaini ujumbe mfupi. Hiyo ndiyo akaunti yako hapa.',
    title: 'Ingia',
    waiting: 'Inasubiri pochi yako…',
    walletText: 'Pochi haikujibu kama ilivyotarajiwa. Ifungue na ujaribu tena.',
    walletTitle: 'Pochi imeripoti tatizo',
    with: 'Endelea na {wallet}',
  },
} satisfies Translation;
