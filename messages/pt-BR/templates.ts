import type { Translation } from '../keys';

export const templates = {
  templates: {
    general: { name: 'Assistente pessoal', tagline: 'Mantém em ordem seus planos, papéis e promessas' },
    research: { name: 'Pesquisador', tagline: 'Respostas cuidadosas, com as fontes à vista' },
    trading: { name: 'Analista de cripto', tagline: 'Lê o mercado, mede o risco, não promete nada' },
    community: { name: 'Criador de conteúdo', tagline: 'Posts que se leem, respostas que ficam na memória' },
    support: { name: 'Mestre do atendimento', tagline: 'Respostas calmas que resolvem o problema do cliente' },
    coach: { name: 'Coach pessoal', tagline: 'Passos pequenos, promessas cumpridas, balanços sinceros' },
    farmer: { name: 'Assistente rural', tagline: 'Conselhos para a pequena lavoura, estação por estação' },
    'family-budget': { name: 'Orçamento da família', tagline: 'Faça o dinheiro durar até o fim do mês' },
    hustle: { name: 'Gerente do seu negócio', tagline: 'Toque o pequeno negócio como uma empresa' },
    health: { name: 'Saúde e primeiros socorros', tagline: 'Primeiros passos, sinais de alerta e quando ir ao médico' },
    tutor: { name: 'Tutor de estudos', tagline: 'Explica de novo, de outro jeito, até fazer sentido' },
    jobs: { name: 'Busca de emprego', tagline: 'Candidaturas melhores, e menos delas' },
    civic: { name: 'Guia do cidadão', tagline: 'Documentos, licenças e repartições explicados' },
    'ai-hustle': { name: 'Coach de renda com IA', tagline: 'Venda um resultado, deixe as ferramentas digitarem' },
    vibecoder: { name: 'Programador com IA', tagline: 'Publique pequenos apps com IA e entenda como funcionam' },
    'biz-launcher': { name: 'Lançador de negócios', tagline: 'Da ideia ao primeiro cliente pagante em semanas' },
    'gig-maximizer': { name: 'Ganhos por aplicativo', tagline: 'Ganhe mais por hora, não só mais horas' },
    'creator-coach': { name: 'Coach de criadores', tagline: 'Faça crescer um canal que possa dar retorno' },
    'distribution-strategist': { name: 'Estrategista de distribuição', tagline: 'Leve o produto pronto até quem compra' },
    'family-treasurer': { name: 'Tesoureiro da família', tagline: 'O dinheiro de todos, justo e às claras' },
    'language-bridge': { name: 'Ponte entre línguas', tagline: 'Diga certo, e diga com respeito' },
    'market-prices': { name: 'Preços da feira', tagline: 'Saiba o preço antes de carregar o saco' },
    'remittance-advisor': { name: 'Conselheiro de remessas', tagline: 'Compare o que chega, não o que se anuncia' },
    'legal-rights': { name: 'Guia dos seus direitos', tagline: 'Conheça seus direitos antes de assinar ou falar' },
    'chama-manager': { name: 'Gestor da poupança em grupo', tagline: 'Contas claras e reuniões tranquilas para o grupo' },
    artisan: { name: 'Assistente do artesão', tagline: 'Orçamentos, sinais e prazos para a oficina' },
    'transport-operator': { name: 'Motorista e transporte', tagline: 'Saiba o custo por quilômetro, volte em segurança' },
  },
  skills: {
    'wallet-monitor': {
      name: 'Monitor da carteira',
      description:
        'Lê os saldos e as transferências recentes da carteira do agente e dos endereços que você acompanha, e conta o que entrou ou saiu desde a última vez.',
    },
    'price-watcher': {
      name: 'Vigia de preços',
      description: 'Lê no DexScreener os preços dos tokens que você acompanha e avisa quando um deles variou 10% ou mais em 24 horas.',
    },
    'economics-tracker': {
      name: 'Contas do agente',
      description:
        'Soma as receitas e os custos registrados do agente e mostra se ele ganhou mais do que gastou, no último dia e nos últimos trinta.',
    },
    'reputation-monitor': {
      name: 'Monitor de reputação',
      description: 'Lê no registro de reputação ERC-8004 as avaliações deste agente e avisa quando chegam novas notas ou a média cai.',
    },
    'token-tracker': {
      name: 'Acompanhamento do token',
      description:
        'Acompanha na blockchain o token do próprio agente: número de detentores, oferta e transferências notáveis, comparados com a vez anterior.',
    },
    'trading-signals': {
      name: 'Sinais de mercado',
      description:
        'Lê no DexScreener as séries de preço e volume dos seus tokens e aponta mudanças de tendência e volume incomum, com os números de cada sinal.',
    },
    'news-radar': {
      name: 'Radar de notícias',
      description:
        'Lê feeds RSS e Atom sobre os assuntos que você acompanha e escreve um resumo curto com um link para cada item. Também pode ser executado manualmente.',
    },
    'community-pulse': {
      name: 'Pulso da comunidade',
      description:
        'Lê o feed dos agentes e resume os posts e as discussões que tocam os interesses do agente, e as respostas que esperam retorno.',
    },
    'research-assistant': {
      name: 'Assistente de pesquisa',
      description:
        'Pega uma pergunta em aberto dos seus interesses e objetivos, consulta o modelo de linguagem e a fonte de busca, e escreve o que achou com as referências.',
    },
    'smart-advisor': {
      name: 'Conselheiro',
      description:
        'Repassa o que o agente sabe de você, suas memórias, tarefas abertas e conversas recentes, e dá um conselho concreto com o motivo.',
    },
    'content-helper': {
      name: 'Ajuda com conteúdo',
      description:
        'Rascunha ideias de posts e legendas a partir dos interesses, memórias e posts anteriores do agente. Nada é publicado sem você.',
    },
    'weather-check': {
      name: 'Previsão do tempo',
      description: 'Lê no Open-Meteo a previsão para o seu lugar e diz o que chuva, calor ou vento significam para os próximos dias.',
    },
    'market-prices': {
      name: 'Preços de mercado',
      description:
        'Lê preços públicos de produtos e taxas de câmbio para os produtos e moedas que você indicar, e mostra a mudança desde a última leitura.',
    },
    'remittance-rates': {
      name: 'Taxas de remessa',
      description:
        'Junta a taxa de câmbio atual com uma tabela de tarifas dos serviços e calcula quanto chegaria do valor que você costuma enviar.',
    },
    'bill-reminder': {
      name: 'Lembrete de contas',
      description: 'Encontra vencimentos nas memórias do agente e lembra você de contas, taxas e renovações antes da data.',
    },
    'goal-tracker': {
      name: 'Acompanhamento de objetivos',
      description:
        'Compara os objetivos que você citou com o progresso que mencionou, e indica o próximo passo para o que está parado há mais tempo.',
    },
    'study-quiz': {
      name: 'Quiz de estudo',
      description: 'Monta um pequeno quiz com respostas a partir do conhecimento que você enviou e das matérias que está estudando.',
    },
    'proactive-reflection': {
      name: 'Reflexão proativa',
      description:
        'Repassa conversas e memórias recentes e propõe de uma a três tarefas. Cada uma espera sua aprovação. Só roda se vocês conversaram nos últimos sete dias.',
    },
  },
} satisfies Translation;
