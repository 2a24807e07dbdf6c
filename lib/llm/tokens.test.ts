import { describe, expect, it } from 'vitest';
import { countTokens, estimatePromptTokens, estimateTokens } from '@/lib/llm/tokens';
import { cpuMsOf } from '@/tests/cpu-time';

const SAMPLES: Record<string, string> = {
  english:
    'I moved to Lisbon in March and started a small bakery with my sister. We open at six, and most mornings the queue reaches the corner before seven. I would like you to remember that I am allergic to peanuts, and that invoices should go to the accountant on the last Friday of the month.',
  'english, rare long words':
    'Notwithstanding considerable organisational heterogeneity, interdisciplinary collaboration characteristically necessitates straightforward communication, particularly regarding responsibilities, accountability and confidentiality requirements.',
  portuguese:
    'Eu me mudei para São Paulo em março e abri uma pequena padaria com a minha irmã. Abrimos às seis da manhã, e quase todos os dias a fila chega até a esquina. Gostaria que você lembrasse que não posso comer amendoim e que as notas fiscais vão para a contadora na última sexta-feira do mês.',
  swahili:
    'Nilihamia Mombasa mwezi wa tatu na kufungua duka dogo la mikate pamoja na dada yangu. Tunafungua saa kumi na mbili asubuhi, na mara nyingi watu wanapanga foleni hadi barabarani. Ningependa ukumbuke kwamba siwezi kula karanga, na kwamba bei za mazao hubadilika kila wiki sokoni.',
  german:
    'Die Datenschutzgrundverordnung verpflichtet Unternehmen, personenbezogene Daten ihrer Kundinnen und Kunden sorgfältig zu schützen; Verstöße können erhebliche Geldbußen nach sich ziehen.',
  code: 'export async function loadAgent(id: number): Promise<Agent | null> {\n  const row = await prisma.agent.findUnique({ where: { id }, include: { soul: true } })\n  if (!row) return null\n  return { ...row, createdAt: row.createdAt.toISOString(), score: Math.round(row.score * 100) / 100 }\n}\n',
  json: '{"id":1824,"name":"Grain ledger","wallet":"0x52908400098527886E0F7030069857D2E4169EE7","tags":["crypto","maize","coop"],"active":true,"total":1520.75}',
  chinese: '我三月份搬到了上海，和妹妹一起开了一家小面包店。我们早上六点开门，请记住我对花生过敏，发票每个月最后一个星期五寄给会计。',
  japanese:
    '三月に大阪へ引っ越して、妹と小さなパン屋を始めました。朝六時に開店します。私はピーナッツアレルギーがあることを覚えておいてください。',
  korean: '저는 삼월에 부산으로 이사해서 여동생과 함께 작은 빵집을 열었습니다. 땅콩 알레르기가 있다는 것을 기억해 주세요.',
  arabic: 'انتقلت إلى القاهرة في شهر مارس وافتتحت مخبزا صغيرا مع أختي. نفتح في السادسة صباحا كل يوم.',
  russian: 'В марте я переехала в Казань и открыла маленькую пекарню вместе с сестрой. Мы открываемся в шесть утра.',
  hindi: 'मैं मार्च में जयपुर आया और अपनी बहन के साथ एक छोटी बेकरी खोली। कृपया याद रखें कि मुझे मूंगफली से एलर्जी है।',
  emoji: 'Nice work 🎉🎉 see you tomorrow 👋🏽 at the 🏖️!',
  'table and list': '| day | sold | left |\n| --- | ---: | ---: |\n| Mon | 120 | 4 |\n| Tue | 98 | 11 |\n\n- milk\n- flour\n- 3 x eggs\n',
};

describe('the token estimate', () => {
  it.each(Object.entries(SAMPLES))('is not below the real count, and not far beyond it, for %s', async (name, text) => {
    const exact = await countTokens(text);
    const estimate = estimateTokens(text);
    expect(estimate).toBeGreaterThanOrEqual(exact);
    expect(estimate).toBeLessThanOrEqual(exact * (name.includes('rare') ? 3 : 1.8));
  });

  it('costs under a millisecond for a prompt of 40 messages', () => {
    const prompt = Array.from({ length: 40 }, (_, index) => ({
      role: index % 2 === 0 ? ('user' as const) : ('assistant' as const),
      content: [{ type: 'text' as const, text: SAMPLES.english! }],
    }));
    for (let warmUp = 0; warmUp < 200; warmUp += 1) estimatePromptTokens(prompt);
    const spentMs = cpuMsOf(() => {
      for (let round = 0; round < 100; round += 1) estimatePromptTokens(prompt);
    });
    expect(spentMs / 100).toBeLessThan(1);
  });

  it('is zero for nothing', () => {
    expect(estimateTokens('')).toBe(0);
  });
});
