import { z } from 'zod';

export const stepIds = ['agent', 'hello', 'fact', 'memory', 'soul', 'connect'] as const;

export type StepId = (typeof stepIds)[number];

export const firstStepsAnswer = z
  .object({
    steps: z.array(
      z.object({
        id: z.enum(stepIds).meta({
          description:
            '`agent` create an agent · `hello` send a message · `fact` tell it a fact that it kept · `memory` look at what it remembers · ' +
            '`soul` edit a soul · `connect` have a language model or an API key',
        }),
        done: z.boolean(),
      }),
    ),
    doneCount: z.number().int().min(0),
    agentId: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'The agent to take the next step with', examples: [1001] }),
    dismissed: z.boolean(),
  })
  .meta({ id: 'FirstSteps' });

export type FirstStepsWire = z.infer<typeof firstStepsAnswer>;

export const putFirstStepsBody = z
  .object({
    dismissed: z.boolean().optional().meta({ description: 'Puts the list away, or brings it back' }),
    memorySeen: z.literal(true).optional().meta({ description: 'The owner has looked at a memory' }),
  })
  .meta({ examples: [{ dismissed: true }] });
