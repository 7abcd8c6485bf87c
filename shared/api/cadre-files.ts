import { z } from 'zod'
import { action, business, query } from './endpoint.ts'
import { piece } from './piece.ts'
import { fileToken } from './shell.ts'

/** What becomes of a file: asked = several people may be meant. */
export const fileStates = ['created', 'updated', 'unchanged', 'asked', 'faulty', 'skipped'] as const
export type FileState = (typeof fileStates)[number]

/** The user's word about one file: whose it is, that it is left out, and which of its differences are not taken. */
export const fileDecision = z.strictObject({
  personId: z.string().optional(),
  skip: z.boolean().optional(),
  refused: z.array(z.string()).max(60).optional(),
})
export type FileDecision = z.infer<typeof fileDecision>

/** Folders, zips and single files, each by its token; the decisions by the name of the file among them. */
const source = {
  sources: z.array(fileToken).min(1).max(2000),
  decisions: z.record(z.string(), fileDecision).default({}),
  job: z.string(),
}

const someone = z.object({ id: z.string(), name: z.string(), detail: z.string() })

export const plannedFile = z.object({
  /** Its name among the chosen ones. */
  file: z.string(),
  name: z.string(),
  state: z.enum(fileStates),
  /** Whose it is; null where nobody is meant yet, or the person is new. */
  person: someone.nullable(),
  isNew: z.boolean(),
  candidates: z.array(someone),
  faults: z.array(z.string()),
  notes: z.array(z.string()),
  changes: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string(), refused: z.boolean() })),
})
export type PlannedFile = z.infer<typeof plannedFile>

const counts = z.object({
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  asked: z.int(),
  faulty: z.int(),
  skipped: z.int(),
})

const whose = { cadreIds: z.array(z.string()).min(1).max(20_000) }

export const cadreFilesApi = {
  /** Everything that the 任免表文件 would do, without writing. Files come in pages; `job` names the progress events. */
  'cadre.previewFiles': action(
    z.strictObject({ ...source, show: z.enum(['all', 'notable', ...fileStates]).default('all'), ...piece }),
    z.object({ counts, total: z.int(), files: z.array(plannedFile) }),
    business,
  ),
  /** All files or none; with `goodFiles` those without faults and questions, which is the user's own choice. One command, taken back as one. */
  'cadre.importFiles': action(
    z.strictObject({ ...source, goodFiles: z.boolean().default(false) }),
    z.object({ counts, written: z.boolean(), faults: z.array(z.object({ file: z.string(), message: z.string() })) }),
    business,
  ),
  /** What the official editor would not take of these sheets, before they are written. */
  'cadre.fileWarnings': query(z.strictObject(whose), z.array(z.object({ name: z.string(), messages: z.array(z.string()) }))),
  /** Writes a `.lrmx` of each cadre into a folder or a zip, of one also to a file of that ending: all of them with their audit line, or none. Nothing in the folder is written over. */
  'cadre.exportFiles': action(
    z
      .strictObject({ ...whose, folder: fileToken.optional(), save: fileToken.optional(), job: z.string() })
      .refine(({ folder, save }) => (folder === undefined) !== (save === undefined), '文件夹和文件填一个'),
    z.object({ files: z.int(), warned: z.int() }),
    business,
  ),
}
