import { readFileSync } from 'node:fs';
import { z } from 'zod';

const turnSchema = z.object({ speaker: z.string(), dia_id: z.string(), text: z.string(), blip_caption: z.string().optional() });
const questionSchema = z.object({ question: z.string(), category: z.number(), evidence: z.array(z.string()).default([]) });
const fileSchema = z.looseObject({ speaker_a: z.string(), speaker_b: z.string(), qa: z.array(questionSchema) });

export type LocomoTurn = { id: string; speaker: string; text: string };
export type LocomoSession = { at: Date; turns: LocomoTurn[] };
export type LocomoQuestion = { text: string; category: number; evidence: string[] };
export type LocomoFile = { speakers: [string, string]; sessions: LocomoSession[]; questions: LocomoQuestion[] };

const ADVERSARIAL = 5;

/** `1:56 pm on 8 May, 2023`, as UTC. */
function readMoment(text: string): Date {
  const [, hour, minute, half, day] = /^(\d+):(\d+) ([ap]m) on (.+)$/.exec(text) ?? [];
  const date = new Date(`${day} 00:00 UTC`);
  if (Number.isNaN(date.getTime())) throw new Error(`"${text}" is no moment of a session`);
  date.setUTCHours((Number(hour) % 12) + (half === 'pm' ? 12 : 0), Number(minute));
  return date;
}

/** Reads a conversation of LoCoMo. A turn's text is what was said with the caption of its picture; questions without evidence, and those that have no answer, are left out. */
export function readLocomo(file: string): LocomoFile {
  const data = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const sessions = Object.keys(data)
    .map((key) => /^session_(\d+)$/.exec(key)?.[1])
    .filter((number) => number !== undefined)
    .sort((left, right) => Number(left) - Number(right))
    .map((number) => ({
      at: readMoment(z.string().parse(data[`session_${number}_date_time`])),
      turns: z
        .array(turnSchema)
        .parse(data[`session_${number}`])
        .map((turn) => ({
          id: turn.dia_id,
          speaker: turn.speaker,
          text: turn.blip_caption ? `${turn.text} [photo: ${turn.blip_caption}]` : turn.text,
        })),
    }));
  const questions = data.qa
    .filter(({ category }) => category !== ADVERSARIAL)
    .map(({ question, category, evidence }) => ({
      text: question,
      category,
      evidence: [...new Set(evidence.flatMap((ids) => ids.split(/[;,\s]+/)).filter((id) => id !== ''))],
    }))
    .filter(({ evidence }) => evidence.length > 0);
  return { speakers: [data.speaker_a, data.speaker_b], sessions, questions };
}
