import { refuse } from '../../shared/errors.ts'
import type { SecretClass } from '../../shared/records/secrecy.ts'
import type { ReadScope } from '../app/scopes.ts'
import { parametersOn } from './parameters.ts'

type Scope = Pick<ReadScope, 'db' | 'today'>

/** Whether 监督资料 may leave as Excel or Word: only where the office has said so (参数 security.exportSecret). Paper and PDF are watermarked and numbered instead. */
export const mayExportSecret = async ({ db, today }: Scope): Promise<boolean> => ((await parametersOn(db, today))('security.exportSecret') ?? 0) === 1

/** Refuses a file of 监督资料 that the office does not let out; of anything else nothing. Called before a byte is written. */
export async function refuseSecretExport(scope: Scope, secret: SecretClass | undefined): Promise<void> {
  if (secret !== undefined && !(await mayExportSecret(scope)))
    throw refuse('form', 'secretExport', '监督资料不能导出，没有写文件。可以打印或存为 PDF；确需导出的，经批准在参数里打开“监督资料可以导出”')
}
