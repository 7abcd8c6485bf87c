import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from './key-file.ts'

const last = z.object({ folder: z.string(), at: z.string() })

const fileIn = (home: string): string => join(home, 'recent.json')

/** The office that was open last on this PC, and when; undefined where nothing is remembered. */
export function lastOffice(home: string | null): z.infer<typeof last> | undefined {
  if (home === null) return
  try {
    return last.safeParse(JSON.parse(readFileSync(fileIn(home), 'utf8'))).data
  } catch {
    return
  }
}

export function remember(home: string | null, office: z.infer<typeof last>): void {
  if (home === null) return
  mkdirSync(home, { recursive: true })
  writeWhole(fileIn(home), JSON.stringify(office))
}
