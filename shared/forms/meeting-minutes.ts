import { z } from 'zod'
import { defineForm } from './form.ts'

const minutesResolution = z.object({ number: z.int(), item: z.string(), decision: z.string(), vote: z.string() })

const props = z.object({
  watermark: z.string().nullable(),
  /** 党支部会议记录; of other bodies 会议记录. */
  title: z.string(),
  name: z.string(),
  kind: z.string(),
  organization: z.string(),
  span: z.string(),
  place: z.string(),
  chair: z.string(),
  recorder: z.string(),
  expected: z.int(),
  attended: z.int(),
  /** 缺席及原因, by state; empty where everybody came. */
  away: z.array(z.string()),
  guests: z.string(),
  agenda: z.array(z.string()),
  content: z.array(z.string()),
  resolutions: z.array(minutesResolution),
})
export type MeetingMinutesProps = z.infer<typeof props>

/** About a third of a page: a paragraph longer than this is cut at a sentence, because a row is never split between pages. */
const longest = 420

/** The paragraphs of a text as rows of the record: by line, and long ones in pieces that end with a sentence. */
export function paragraphsOf(text: string | null): readonly string[] {
  const lines = (text ?? '')
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(Boolean)
  return lines.flatMap(piecesOf)
}

function piecesOf(line: string): readonly string[] {
  const pieces: string[] = []
  let rest = line
  while (rest.length > longest) {
    const end = Math.max(...['。', '；', '！', '？'].map(mark => rest.lastIndexOf(mark, longest - 1)))
    const at = end > 0 ? end + 1 : longest
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return rest ? [...pieces, rest] : pieces
}

/** 党支部会议记录: who was there and why not, what was taken up, said and decided, with room for the signatures. */
export const meetingMinutes = defineForm({
  name: 'meetingMinutes',
  label: '党支部会议记录',
  description: '一次会议一份：时间地点、主持记录、应到实到、缺席及原因、议题、内容、决议和表决。',
  serves: ['M003', 'M045', 'M163'],
  paper: { size: 'A4', landscape: false, margins: { top: 22, right: 22, bottom: 20, left: 22 } },
  needs: ['meeting'],
  watermark: true,
  unit: '份',
  preview: 1,
  batch: 1,
  props,
})
