import { secretOf } from '../domain/ownership.ts'
import { dueSources } from './sources.ts'

const secretSources: ReadonlySet<string> = new Set(dueSources.filter(({ record }) => secretOf(record) !== undefined).map(({ name }) => name))

/** Whether something due comes of 监督资料: it is not snoozed, which others would see, nor printed with the rest. */
export const isSecretDue = (key: string): boolean => secretSources.has(key.slice(0, key.indexOf('/')))
