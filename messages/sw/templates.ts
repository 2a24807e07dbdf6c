import type { Translation } from '../keys';

export const templates = {
  templates: {
    general: {
      name: 'Msaidizi binafsi',
      tagline: 'Hupanga mipango, hati na ahadi zako',
      description: 'Msaidizi mtulivu wa mambo mengi madogo ya siku: kupanga, kuandika, kutafuta habari, kuamua na kukumbuka.',
    },
    research: {
      name: 'Mtafiti makini',
      tagline: 'Majibu ya uangalifu, vyanzo vikiwa wazi',
      description:
        'Mtafiti mwenye utaratibu anayegeuza swali lisilo wazi kuwa linaloweza kutafutwa, anapima ushahidi na kukuambia ana uhakika kiasi gani.',
    },
    trading: {
      name: 'Mchambuzi wa kripto',
      tagline: 'Husoma soko, hupima hatari, haahidi chochote',
      description:
        'Mchambuzi wa soko kwa wenye kripto wanaotaka takwimu kabla ya maoni: bei, ukwasi, mienendo ya pochi na hatari ya kila uwekezaji.',
    },
    community: {
      name: 'Mtengeneza maudhui',
      tagline: 'Machapisho yanayosomwa, majibu yanayokumbukwa',
      description:
        'Mshirika wa uandishi kwa mitandao ya kijamii na vikundi: mawazo, maelezo ya picha, nyuzi na majibu kwa sauti yako mwenyewe, pamoja na kalenda unayoweza kuifuata.',
    },
    support: {
      name: 'Bingwa wa huduma kwa wateja',
      tagline: 'Majibu matulivu yanayotatua tatizo la mteja',
      description:
        'Mtaalamu wa huduma kwa wateja anayeandaa rasimu za majibu, anatafuta chanzo cha lalamiko na kugeuza maswali yanayojirudia kuwa maandishi ya msaada yaliyo wazi.',
    },
    coach: {
      name: 'Kocha binafsi',
      tagline: 'Hatua ndogo, ahadi zinazotimizwa, tathmini za kweli',
      description:
        'Kocha wa mazoea na malengo anayekusaidia kuchagua jambo moja, kuanza kidogo, na kuangalia kwa ukweli wiki ilivyokwenda.',
    },
    farmer: {
      name: 'Msaidizi wa shamba',
      tagline: 'Ushauri wa msimu kwa msimu kwa mashamba madogo',
      description:
        'Mwenzi wa shamba kwa wakulima wadogo anayefuatilia mashamba yako, hali ya hewa na wadudu, na kukusaidia kuamua la kufanya wiki hii.',
    },
    'family-budget': {
      name: 'Msaidizi wa bajeti ya familia',
      tagline: 'Fanya pesa za mwezi zifike siku ya mwisho',
      description:
        'Mshirika wa bajeti ya nyumbani anayepanga chakula, kodi, shule na usafiri kutokana na kipato halisi, hata kisicho cha kawaida, na kuonya kabla ya upungufu.',
    },
    hustle: {
      name: 'Meneja wa biashara ndogo',
      tagline: 'Endesha biashara ndogo kama biashara',
      description:
        'Meneja wa vibanda, meza za biashara, wauza chakula na biashara za ziada: pesa za siku, bidhaa, bei, mkopo kwa wateja na hatua inayofuata yenye busara.',
    },
    health: {
      name: 'Afya na huduma ya kwanza',
      tagline: 'Hatua za kwanza, dalili za hatari, na wakati wa kwenda',
      description:
        'Mwenzi wa huduma ya kwanza na habari za afya anayekusaidia kutenda kwa usalama, kutambua dalili za hatari na kujiandaa kwenda kliniki. Hatambui magonjwa.',
    },
    tutor: {
      name: 'Mwalimu wa masomo',
      tagline: 'Hueleza tena, kwa njia nyingine, hadi ueleweke',
      description:
        'Mwalimu wa shule, mitihani na kujisomea anayetafuta pengo katika uelewa wako, anaeleza kwa mifano ya kila siku na kukuuliza maswali hadi yakae.',
    },
    jobs: {
      name: 'Mtafuta kazi',
      tagline: 'Maombi bora zaidi, na machache zaidi',
      description:
        'Mshirika wa kutafuta kazi anayeboresha CV na barua zako, anapanga utafutaji, anakufundisha kwa usaili na kutambua kazi za uongo.',
    },
    civic: {
      name: 'Mwongozo wa raia',
      tagline: 'Hati, vibali na ofisi za umma vyaelezwa',
      description:
        'Mwongozo wa huduma za umma: vitambulisho, usajili, vibali, mafao, kodi na kupiga kura, pamoja na ofisi sahihi na fomu sahihi.',
    },
    'ai-hustle': {
      name: 'Kocha wa kipato kwa AI',
      tagline: 'Uza matokeo, acha zana zichape',
      description:
        'Kocha wa kupata kipato kwa zana za AI kwa njia ya haki: chagua huduma ambayo mtu anaihitaji, jenga utaratibu, kagua ubora, pata mteja wa kwanza.',
    },
    vibecoder: {
      name: 'Msanidi kwa AI',
      tagline: 'Tengeneza programu ndogo kwa AI na uzielewe',
      description:
        'Mshirika wa ujenzi kwa watu wanaotengeneza programu kwa msaada wa AI: anza kidogo, soma kilichozalishwa, kirekebishe, kilinde, kiweke mtandaoni.',
    },
    'biz-launcher': {
      name: 'Mwanzisha biashara',
      tagline: 'Kutoka wazo hadi mteja wa kwanza kwa wiki chache',
      description:
        'Mshirika wa kuanzisha biashara anayepima mahitaji kabla ya pesa kutumika, anakokotoa gharama za kuanza na kiwango cha kutopata hasara, na kukusindikiza wiki ya ufunguzi.',
    },
    'gig-maximizer': {
      name: 'Kipato cha vibarua',
      tagline: 'Pata zaidi kwa saa, si saa zaidi tu',
      description:
        'Mpanga mikakati kwa wafanyakazi huru na wa majukwaa: malipo halisi ya saa, wasifu na mapendekezo bora, wateja wanaorudi, na ulinzi dhidi ya wabaya.',
    },
    'creator-coach': {
      name: 'Kocha wa waundaji wa kidijitali',
      tagline: 'Kuza chaneli inayoweza kukulipa',
      description:
        'Kocha wa waundaji wa video, sauti na majarida: muundo, kuwabakiza watazamaji, uthabiti, mikataba na chapa na kipato kisichotegemea jukwaa moja.',
    },
    'distribution-strategist': {
      name: 'Mpanga mikakati ya usambazaji',
      tagline: 'Fikisha kilichokamilika mbele ya wanunuzi',
      description:
        'Mpanga mikakati wa kuingia sokoni kwa bidhaa zilizopo lakini hazijulikani: njia, washirika, ujumbe, na jaribio linaloonyesha ipi inafanya kazi.',
    },
    'family-treasurer': {
      name: 'Mweka hazina wa familia',
      tagline: 'Pesa za pamoja za familia, kwa haki na uwazi',
      description:
        'Mweka hazina wa familia pana: michango ya bili za hospitali, misiba, harusi na shule, ikirekodiwa kwa haki katika miji na nchi mbalimbali.',
    },
    'language-bridge': {
      name: 'Daraja la lugha',
      tagline: 'Sema kwa usahihi, na kwa heshima',
      description: 'Mfasiri na mshirika wa lugha anayebeba maana, sauti na adabu kati ya lugha, na kukufundisha kidogo kila mara.',
    },
    'market-prices': {
      name: 'Mfuatiliaji wa bei za sokoni',
      tagline: 'Jua bei kabla ya kupakia gunia',
      description:
        'Mwenzi wa bei kwa wakulima, wafanyabiashara na wanunuzi anayelinganisha masoko, anabadilisha vipimo vya kienyeji na kukokotoa kinachobaki baada ya usafiri.',
    },
    'remittance-advisor': {
      name: 'Mshauri wa kutuma pesa',
      tagline: 'Linganisha kinachofika, si kinachotangazwa',
      description:
        'Mshauri kwa wanaotuma pesa nyumbani: gharama halisi ya kila njia, kasi, mipaka na usalama, kuanzia benki na programu hadi stablecoin.',
    },
    'legal-rights': {
      name: 'Mwongozo wa haki zako',
      tagline: 'Jua haki zako kabla ya kusaini au kusema',
      description:
        'Habari kwa lugha rahisi kuhusu haki kazini, nyumbani, mbele ya polisi na katika mikataba, na njia ya kuwafikia watu wanaoweza kukuwakilisha. Si wakili.',
    },
    'chama-manager': {
      name: 'Meneja wa chama cha akiba',
      tagline: 'Hesabu safi na mikutano mitulivu kwa chama chako',
      description:
        'Katibu na mtunza hesabu wa vikundi vya akiba: chama, VSLA, susu, esusu au tontine. Michango, mikopo, kumbukumbu za mikutano, sheria na zamu za kupokea.',
    },
    artisan: {
      name: 'Msaidizi wa fundi',
      tagline: 'Makadirio, malipo ya awali na tarehe za karakana',
      description:
        'Ofisi ya nyuma kwa maseremala, mafundi cherehani, wachomeleaji, wafinyanzi na masonara: makadirio yanayofidia gharama, daftari la oda, ujumbe kwa wateja na bei za haki.',
    },
    'transport-operator': {
      name: 'Mwendeshaji wa usafiri',
      tagline: 'Jua gharama kwa kilomita, rudi nyumbani salama',
      description:
        'Mshirika wa madereva wa bodaboda, okada, keke, matatu, teksi na usafirishaji: mapato ya siku, mafuta, huduma ya gari, hati, njia na usalama.',
    },
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
