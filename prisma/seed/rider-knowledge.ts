import type { SeedKnowledge } from './content';

/** What Juma gave Safari to look things up in. */
export const riderKnowledge: SeedKnowledge[] = [
  {
    title: 'Papers of the bike and the rider',
    daysAgo: 22,
    source: 'file',
    sourceName: 'papers-2026.pdf',
    content: `# Papers of the bike and the rider

Keep copies of all of them under the seat, in the plastic sleeve, and the originals at home.

## Insurance

Third-party cover of the Boxer is bought for twelve months. It costs about KSh 3,500. The sticker goes behind the windscreen of the number plate, and the certificate into the sleeve. Without it the fine is up to KSh 10,000, and the bike stays at the station.

## Licence

The riding licence, class A2, is renewed every three years on the portal of the authority. Renewal costs KSh 1,450 and takes two working days. Take a photograph with a plain background.

## County sticker

The county of Kisumu asks for a parking sticker each month: KSh 200, paid by phone before the fifth day. From the sixth on it costs KSh 300.

## Reflective jacket and helmets

- Two helmets, one for the passenger, both with a chin strap that closes.
- Two jackets with the number of the stage.
- A fine of KSh 1,000 for each that is missing.`,
  },
  {
    title: 'Rules of Kibuye stage',
    daysAgo: 26,
    source: 'text',
    sourceName: null,
    content: `# Rules of Kibuye stage

1. The first who comes in the morning takes the first passenger; after that the line decides.
2. Nobody takes a passenger from the middle of the line, unless the passenger asks for a rider by name.
3. Every rider pays KSh 20 a day into the box. The treasurer reads the sum aloud on Saturday.
4. A rider in hospital gets KSh 1,000 a week from the box, for at most four weeks.
5. Whoever rides after drinking is off the stage for a month.

## Fares that we agreed on

| From Kibuye to | Day | After eight |
| --- | --- | --- |
| Kondele | 50 | 80 |
| The hospital | 70 | 100 |
| Airport | 200 | 300 |
| Maseno | 400 | 600 |

Luggage of more than one sack counts as a second passenger.`,
  },
  {
    title: 'Service of a Boxer 150',
    daysAgo: 3,
    source: 'url',
    sourceName: 'https://example.com/boxer-150/service',
    content: `# Service of a Boxer 150

A small service is due every 1,500 km, a full one every 3,000 km.

## Small service

Change the oil (1.2 litres, 20W-50), clean the spark plug, and set the chain so that it moves 20 to 30 mm up and down between the sprockets.

## Full service

Also change the oil filter, clean the air filter, look at the brake shoes and change them below 2 mm, and grease the bearings of the swing arm.

## Pressure of the tyres

Front 1.75 bar, rear 2.0 bar alone and 2.25 bar with a passenger. Check it cold, once a week.`,
  },
];
