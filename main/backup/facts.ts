import type { BackupFacts } from '../../shared/api/backup.ts'
import type { Header } from './format.ts'

/** What a backup says of itself, as people are shown it. */
export function factsOf(name: string, size: number, { office, madeAt, machine, program, counts, audit }: Header): BackupFacts {
  const [organizations, people, activities] = ['organization', 'person', 'activity'].map(table => counts[table] ?? 0)
  return {
    name,
    size,
    office,
    madeAt,
    machine,
    program,
    organizations: organizations ?? 0,
    people: people ?? 0,
    activities: activities ?? 0,
    auditLines: audit.lines,
  }
}
