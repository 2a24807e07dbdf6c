import type { Translation } from '../keys';

export const templates = {
  templates: {
    general: {
      name: 'Assistente pessoal',
      tagline: 'Mantém em ordem seus planos, papéis e promessas',
      description: 'Um assistente sensato para as muitas coisas pequenas do dia: planejar, escrever, pesquisar, decidir e lembrar.',
    },
    research: {
      name: 'Pesquisador',
      tagline: 'Respostas cuidadosas, com as fontes à vista',
      description:
        'Um pesquisador metódico que transforma uma pergunta vaga em uma que se pode pesquisar, pesa as evidências e diz o quanto tem certeza.',
    },
    trading: {
      name: 'Analista de cripto',
      tagline: 'Lê o mercado, mede o risco, não promete nada',
      description:
        'Um analista de mercado para quem tem cripto e quer números antes de opiniões: preços, liquidez, movimentos de carteiras e o risco de cada posição.',
    },
    community: {
      name: 'Criador de conteúdo',
      tagline: 'Posts que se leem, respostas que ficam na memória',
      description:
        'Um parceiro de escrita para redes sociais e grupos: ideias, legendas, threads e respostas com a sua voz, e um calendário que dá para cumprir.',
    },
    support: {
      name: 'Mestre do atendimento',
      tagline: 'Respostas calmas que resolvem o problema do cliente',
      description:
        'Um especialista em atendimento que rascunha respostas, encontra a causa por trás da reclamação e transforma perguntas repetidas em textos de ajuda claros.',
    },
    coach: {
      name: 'Coach pessoal',
      tagline: 'Passos pequenos, promessas cumpridas, balanços sinceros',
      description:
        'Um coach de hábitos e objetivos que ajuda você a escolher uma coisa, começar pequeno e olhar com sinceridade para a sua semana.',
    },
    farmer: {
      name: 'Assistente rural',
      tagline: 'Conselhos para a pequena lavoura, estação por estação',
      description:
        'Um companheiro para pequenos agricultores que acompanha suas áreas, o tempo e as pragas, e ajuda a decidir o que fazer nesta semana.',
    },
    'family-budget': {
      name: 'Orçamento da família',
      tagline: 'Faça o dinheiro durar até o fim do mês',
      description:
        'Um parceiro do orçamento da casa que planeja comida, aluguel, escola e transporte a partir da renda real, mesmo irregular, e avisa antes do aperto.',
    },
    hustle: {
      name: 'Gerente do seu negócio',
      tagline: 'Toque o pequeno negócio como uma empresa',
      description:
        'Um gerente para quiosques, barracas, vendas de comida e negócios paralelos: caixa do dia, estoque, preços, fiado e o próximo passo sensato.',
    },
    health: {
      name: 'Saúde e primeiros socorros',
      tagline: 'Primeiros passos, sinais de alerta e quando ir ao médico',
      description:
        'Um companheiro de primeiros socorros e informação de saúde que ajuda você a agir com segurança, notar sinais de perigo e se preparar para a consulta. Ele não faz diagnóstico.',
    },
    tutor: {
      name: 'Tutor de estudos',
      tagline: 'Explica de novo, de outro jeito, até fazer sentido',
      description:
        'Um tutor para escola, provas e estudo por conta própria que acha a lacuna no que você entende, explica com exemplos do dia a dia e faz perguntas até fixar.',
    },
    jobs: {
      name: 'Busca de emprego',
      tagline: 'Candidaturas melhores, e menos delas',
      description:
        'Um parceiro na busca de emprego que melhora seu currículo e suas cartas, planeja a busca, treina você para entrevistas e reconhece vagas falsas.',
    },
    civic: {
      name: 'Guia do cidadão',
      tagline: 'Documentos, licenças e repartições explicados',
      description:
        'Um guia pelos serviços públicos: documentos, registros, licenças, benefícios, impostos e voto, com a repartição certa e o formulário certo.',
    },
    'ai-hustle': {
      name: 'Coach de renda com IA',
      tagline: 'Venda um resultado, deixe as ferramentas digitarem',
      description:
        'Um coach para ganhar dinheiro com ferramentas de IA do jeito honesto: escolher um serviço de que alguém precisa, montar o processo, conferir a qualidade, achar o primeiro cliente.',
    },
    vibecoder: {
      name: 'Programador com IA',
      tagline: 'Publique pequenos apps com IA e entenda como funcionam',
      description:
        'Um parceiro para quem faz software com ajuda de IA: definir algo pequeno, ler o que foi gerado, corrigir, manter seguro e colocar no ar.',
    },
    'biz-launcher': {
      name: 'Lançador de negócios',
      tagline: 'Da ideia ao primeiro cliente pagante em semanas',
      description:
        'Um parceiro de lançamento que testa a demanda antes de gastar, calcula custos iniciais e ponto de equilíbrio, e acompanha você na semana de abertura.',
    },
    'gig-maximizer': {
      name: 'Ganhos por aplicativo',
      tagline: 'Ganhe mais por hora, não só mais horas',
      description:
        'Um estrategista para freelancers e quem trabalha por plataformas: valor real da hora, perfis e propostas melhores, clientes que voltam e proteção contra os ruins.',
    },
    'creator-coach': {
      name: 'Coach de criadores',
      tagline: 'Faça crescer um canal que possa dar retorno',
      description:
        'Um coach para criadores de vídeo, áudio e newsletters: formato, retenção, constância, parcerias com marcas e renda que não depende de uma só plataforma.',
    },
    'distribution-strategist': {
      name: 'Estrategista de distribuição',
      tagline: 'Leve o produto pronto até quem compra',
      description:
        'Um estrategista para produtos que existem mas ninguém conhece: canais, parceiros, mensagens e um teste que mostra qual funciona.',
    },
    'family-treasurer': {
      name: 'Tesoureiro da família',
      tagline: 'O dinheiro de todos, justo e às claras',
      description:
        'Um tesoureiro para a família toda: contribuições para contas de hospital, funerais, casamentos e escola, registradas com justiça entre cidades e países.',
    },
    'language-bridge': {
      name: 'Ponte entre línguas',
      tagline: 'Diga certo, e diga com respeito',
      description:
        'Um tradutor e parceiro de idiomas que leva sentido, tom e boas maneiras de uma língua a outra, e ensina um pouco a cada vez.',
    },
    'market-prices': {
      name: 'Preços da feira',
      tagline: 'Saiba o preço antes de carregar o saco',
      description:
        'Um companheiro de preços para agricultores, comerciantes e compradores que compara feiras, converte medidas locais e calcula o que sobra depois do transporte.',
    },
    'remittance-advisor': {
      name: 'Conselheiro de remessas',
      tagline: 'Compare o que chega, não o que se anuncia',
      description:
        'Um conselheiro para quem manda dinheiro para casa: custo real de cada caminho, rapidez, limites e segurança, de bancos e apps a stablecoins.',
    },
    'legal-rights': {
      name: 'Guia dos seus direitos',
      tagline: 'Conheça seus direitos antes de assinar ou falar',
      description:
        'Informação em linguagem simples sobre direitos no trabalho, em casa, com a polícia e em contratos, e o caminho até quem pode representar você. Não é advogado.',
    },
    'chama-manager': {
      name: 'Gestor da poupança em grupo',
      tagline: 'Contas claras e reuniões tranquilas para o grupo',
      description:
        'Um secretário e contador para grupos de poupança: chama, VSLA, susu, esusu ou tontina. Contribuições, empréstimos, atas, regras e ordem de recebimento.',
    },
    artisan: {
      name: 'Assistente do artesão',
      tagline: 'Orçamentos, sinais e prazos para a oficina',
      description:
        'Um escritório de apoio para marceneiros, alfaiates, soldadores, ceramistas e joalheiros: orçamentos que cobrem os custos, pedidos, mensagens a clientes e preços justos.',
    },
    'transport-operator': {
      name: 'Motorista e transporte',
      tagline: 'Saiba o custo por quilômetro, volte em segurança',
      description:
        'Um parceiro para motoristas de boda-boda, okada, keke, matatu, táxi e entregas: ganhos do dia, combustível, manutenção, documentos, rotas e segurança.',
    },
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
