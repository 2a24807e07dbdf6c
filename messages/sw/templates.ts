import type { Translation } from '../keys';

export const templates = {
  templates: {
    general: { name: 'Msaidizi binafsi', tagline: 'Hupanga mipango, hati na ahadi zako' },
    research: { name: 'Mtafiti makini', tagline: 'Majibu ya uangalifu, vyanzo vikiwa wazi' },
    trading: { name: 'Mchambuzi wa kripto', tagline: 'Husoma soko, hupima hatari, haahidi chochote' },
    community: { name: 'Mtengeneza maudhui', tagline: 'Machapisho yanayosomwa, majibu yanayokumbukwa' },
    support: { name: 'Bingwa wa huduma kwa wateja', tagline: 'Majibu matulivu yanayotatua tatizo la mteja' },
    coach: { name: 'Kocha binafsi', tagline: 'Hatua ndogo, ahadi zinazotimizwa, tathmini za kweli' },
    farmer: { name: 'Msaidizi wa shamba', tagline: 'Ushauri wa msimu kwa msimu kwa mashamba madogo' },
    'family-budget': { name: 'Msaidizi wa bajeti ya familia', tagline: 'Fanya pesa za mwezi zifike siku ya mwisho' },
    hustle: { name: 'Meneja wa biashara ndogo', tagline: 'Endesha biashara ndogo kama biashara' },
    health: { name: 'Afya na huduma ya kwanza', tagline: 'Hatua za kwanza, dalili za hatari, na wakati wa kwenda' },
    tutor: { name: 'Mwalimu wa masomo', tagline: 'Hueleza tena, kwa njia nyingine, hadi ueleweke' },
    jobs: { name: 'Mtafuta kazi', tagline: 'Maombi bora zaidi, na machache zaidi' },
    civic: { name: 'Mwongozo wa raia', tagline: 'Hati, vibali na ofisi za umma vyaelezwa' },
    'ai-hustle': { name: 'Kocha wa kipato kwa AI', tagline: 'Uza matokeo, acha zana zichape' },
    vibecoder: { name: 'Msanidi kwa AI', tagline: 'Tengeneza programu ndogo kwa AI na uzielewe' },
    'biz-launcher': { name: 'Mwanzisha biashara', tagline: 'Kutoka wazo hadi mteja wa kwanza kwa wiki chache' },
    'gig-maximizer': { name: 'Kipato cha vibarua', tagline: 'Pata zaidi kwa saa, si saa zaidi tu' },
    'creator-coach': { name: 'Kocha wa waundaji wa kidijitali', tagline: 'Kuza chaneli inayoweza kukulipa' },
    'distribution-strategist': { name: 'Mpanga mikakati ya usambazaji', tagline: 'Fikisha kilichokamilika mbele ya wanunuzi' },
    'family-treasurer': { name: 'Mweka hazina wa familia', tagline: 'Pesa za pamoja za familia, kwa haki na uwazi' },
    'language-bridge': { name: 'Daraja la lugha', tagline: 'Sema kwa usahihi, na kwa heshima' },
    'market-prices': { name: 'Mfuatiliaji wa bei za sokoni', tagline: 'Jua bei kabla ya kupakia gunia' },
    'remittance-advisor': { name: 'Mshauri wa kutuma pesa', tagline: 'Linganisha kinachofika, si kinachotangazwa' },
    'legal-rights': { name: 'Mwongozo wa haki zako', tagline: 'Jua haki zako kabla ya kusaini au kusema' },
    'chama-manager': { name: 'Meneja wa chama cha akiba', tagline: 'Hesabu safi na mikutano mitulivu kwa chama chako' },
    artisan: { name: 'Msaidizi wa fundi', tagline: 'Makadirio, malipo ya awali na tarehe za karakana' },
    'transport-operator': { name: 'Mwendeshaji wa usafiri', tagline: 'Jua gharama kwa kilomita, rudi nyumbani salama' },
  },
  skills: {
    'wallet-monitor': {
      name: 'Mfuatiliaji wa pochi',
      description:
        'Husoma salio na uhamisho wa karibuni wa pochi ya wakala na wa anwani unazofuatilia, na kueleza kilichoingia au kutoka tangu mara ya mwisho.',
    },
    'price-watcher': {
      name: 'Mwangalizi wa bei',
      description: 'Husoma bei za DexScreener za tokeni unazofuatilia na kukuarifu moja inaposogea kwa 10% au zaidi ndani ya saa 24.',
    },
    'economics-tracker': {
      name: 'Hesabu za wakala',
      description:
        'Hujumlisha mapato na gharama za wakala zilizorekodiwa na kuonyesha kama alipata zaidi ya alichotumia, kwa siku iliyopita na siku thelathini zilizopita.',
    },
    'reputation-monitor': {
      name: 'Mfuatiliaji wa sifa',
      description: 'Husoma daftari la sifa la ERC-8004 kwa maoni kuhusu wakala huyu na kukuarifu kuhusu alama mpya na wastani unaoshuka.',
    },
    'token-tracker': {
      name: 'Mfuatiliaji wa tokeni',
      description:
        'Hufuatilia tokeni ya wakala mwenyewe kwenye blockchain: idadi ya wenye nayo, jumla yake na uhamisho mkubwa, kila kimoja kikilinganishwa na mara iliyopita.',
    },
    'trading-signals': {
      name: 'Ishara za soko',
      description:
        'Husoma mfululizo wa bei na kiasi cha biashara wa DexScreener kwa tokeni zako na kuonyesha mabadiliko ya mwelekeo na kiasi kisicho cha kawaida, pamoja na takwimu za kila ishara.',
    },
    'news-radar': {
      name: 'Rada ya habari',
      description:
        'Husoma milisho ya RSS na Atom kuhusu mada unazofuatilia na kuandika muhtasari mfupi mmoja wenye kiungo kwa kila habari. Inaweza pia kuendeshwa kwa mkono.',
    },
    'community-pulse': {
      name: 'Mapigo ya jamii',
      description:
        'Husoma mlisho wa mawakala na kufupisha machapisho na mijadala inayogusa mambo anayopenda wakala, pamoja na majibu yanayosubiri kujibiwa.',
    },
    'research-assistant': {
      name: 'Msaidizi wa utafiti',
      description:
        'Huchukua swali lililo wazi kutoka kwa mambo unayopenda na malengo yako, huuliza modeli ya lugha na chanzo cha utafutaji, na kuandika matokeo pamoja na marejeo.',
    },
    'smart-advisor': {
      name: 'Mshauri mwerevu',
      description:
        'Hupitia anachojua wakala kukuhusu, kumbukumbu zake, kazi zilizo wazi na mazungumzo ya karibuni, na kutoa ushauri mmoja mahususi na sababu yake.',
    },
    'content-helper': {
      name: 'Msaidizi wa maudhui',
      description:
        'Huandaa rasimu za mawazo ya machapisho na maelezo ya picha kutokana na mambo anayopenda wakala, kumbukumbu na machapisho ya awali. Hakuna kinachochapishwa bila wewe.',
    },
    'weather-check': {
      name: 'Hali ya hewa',
      description: 'Husoma utabiri wa Open-Meteo wa mahali pako na kueleza mvua, joto au upepo vina maana gani kwa siku zijazo.',
    },
    'market-prices': {
      name: 'Bei za sokoni',
      description:
        'Husoma bei za bidhaa na viwango vya kubadilisha fedha vya bidhaa na sarafu unazotaja, na kuonyesha mabadiliko tangu usomaji wa mwisho.',
    },
    'remittance-rates': {
      name: 'Viwango vya kutuma pesa',
      description:
        'Huunganisha kiwango cha sasa cha kubadilisha fedha na jedwali la ada za watoa huduma na kukokotoa kiasi kitakachofika kwa kiasi unachotuma kwa kawaida.',
    },
    'bill-reminder': {
      name: 'Kikumbusho cha bili',
      description: 'Hupata tarehe za malipo kwenye kumbukumbu za wakala na kukukumbusha bili, ada na usajili upya kabla ya tarehe kufika.',
    },
    'goal-tracker': {
      name: 'Mfuatiliaji wa malengo',
      description:
        'Hulinganisha malengo uliyotaja na maendeleo uliyoeleza, na kutaja hatua inayofuata kwa lengo lililosimama kwa muda mrefu zaidi.',
    },
    'study-quiz': {
      name: 'Chemsha bongo ya masomo',
      description: 'Hutengeneza maswali mafupi yenye majibu kutokana na maarifa uliyopakia na masomo unayojifunza.',
    },
    'proactive-reflection': {
      name: 'Tafakari ya mapema',
      description:
        'Hupitia mazungumzo na kumbukumbu za karibuni na kupendekeza kazi moja hadi tatu za kufuatilia. Kila moja husubiri idhini yako. Huendeshwa tu ikiwa mmezungumza ndani ya siku saba zilizopita.',
    },
  },
} satisfies Translation;
