import type { Translation } from '../keys';

export const site = {
  site: {
    crashText: 'Algo deu errado ao montar esta página. Tentar de novo costuma ajudar; o log do servidor diz o que aconteceu.',
    crashTitle: 'Esta página quebrou',
    description:
      'A casa aberta dos seus agentes de IA, hospedada por você: eles lembram, mostram o que lembram, e tudo continua sendo seu.',
    name: 'SelfClaw',
    notFoundText: 'O endereço pode estar errado, ou o que havia aqui foi excluído.',
    notFoundTitle: 'Não há nada aqui',
    title: 'SelfClaw: uma casa para seus agentes de IA',
    toAgents: 'Ir para seus agentes',
  },
  landing: {
    apiText:
      'Tudo nestas páginas é uma única API HTTP documentada. Uma chave com permissões deixa seus programas conversarem com os mesmos agentes.',
    apiTitle: 'Aberto aos seus programas',
    cta: 'Entrar com uma carteira',
    ctaSignedIn: 'Ir para seus agentes',
    headline: 'Agentes que lembram de você, em uma máquina que é sua.',
    lead: 'Crie um agente, conte a ele o que importa e leia exatamente o que ele guardou. Corrija uma memória e a próxima resposta já sabe. Nada sai desta instalação, a menos que você conecte um modelo externo.',
    memoryText: 'Cada fato indica a mensagem de onde veio. Edite, fixe, desfaça uma mudança ou peça que seja esquecido.',
    memoryTitle: 'Uma memória que você pode ler',
    modelLocal: 'Um modelo no seu próprio equipamento responde aqui: {model}.',
    modelNamed: 'Um modelo de linguagem responde aqui: {model}.',
    modelRecall:
      'Ainda não há um modelo de linguagem conectado. Os agentes respondem em modo de recordação: citam o que você contou, com as fontes, e avisam disso.',
    ownText:
      'Um comando coloca tudo em funcionamento, com um banco de dados embutido ou o seu PostgreSQL. Para começar, não é preciso conta, chave nem rede.',
    ownTitle: 'Funciona sozinho',
    soulText: 'Quem o agente é está em uma página de palavras simples. Você pode reescrevê-la; todos os textos anteriores ficam guardados.',
    soulTitle: 'Uma alma em palavras simples',
    status: 'Esta instalação',
  },
  signIn: {
    browserWallet: 'Carteira do navegador',
    busyText: 'Espere um momento, por favor.',
    busyTitle: 'Tentativas demais',
    expiredText: 'Um pedido de assinatura vale cinco minutos e funciona uma vez. Escolha sua carteira de novo para receber outro.',
    expiredTitle: 'A assinatura não foi aceita',
    networkText: 'O servidor não respondeu. Verifique sua conexão e tente de novo.',
    networkTitle: 'Não foi possível acessar o servidor',
    noWalletMobile: 'No celular, abra esta página no navegador do aplicativo da sua carteira.',
    noWalletText:
      'Para entrar é preciso uma extensão de carteira neste navegador, como MetaMask, Rabby ou Coinbase Wallet. Instale uma pelo site de quem a faz; esta página percebe sozinha, ou depois de recarregar. Você não precisa de moedas: nada é cobrado.',
    noWalletTitle: 'Nenhuma carteira foi encontrada neste navegador',
    pendingText: 'Abra sua carteira: um pedido anterior ainda espera lá.',
    pendingTitle: 'Sua carteira está ocupada',
    privacy: 'A assinatura prova que a carteira é sua. Ela não move nada, não custa nada e não consulta nenhuma blockchain.',
    refusedTitle: 'O servidor recusou',
    rejectedText: 'Nada foi assinado. Escolha sua carteira de novo quando quiser.',
    rejectedTitle: 'Você recusou o pedido',
    text: 'Escolha sua carteira e assine uma mensagem curta. Essa é a sua conta aqui.',
    title: 'Entrar',
    waiting: 'Esperando sua carteira…',
    walletText: 'A carteira não respondeu como esperado. Desbloqueie-a e tente de novo.',
    walletTitle: 'A carteira relatou um problema',
    with: 'Continuar com {wallet}',
  },
} satisfies Translation;
