import { procedureOrder } from '../../app/places.ts'
import { match } from '../../app/router.ts'
import { routes } from '../../app/routes.ts'
import { boards } from '../../../shared/procedures/boards.ts'
import { type ServerKind, serverKinds } from '../../../shared/serving.ts'
import type { IconName } from '../../ui/icons.ts'

interface Named {
  readonly kind: ServerKind
  readonly name: string
}

export const serverIcons: Readonly<Record<ServerKind, IconName>> = {
  record: 'table',
  quota: 'gauge',
  form: 'form',
  due: 'bell',
  ballot: 'vote',
  procedure: 'flow',
}

/** What stands on a screen made for it; every other record type has a register. */
const screens: Readonly<Record<string, string>> = {
  activity: '/activities',
  person: '/people',
  organization: '/organizations',
  transfer: '/people',
  appointment: '/people',
  exemption: '/study/people?state=exempt',
  'study-hours': '/study',
  scheme: '/schemes',
  ballotRound: '/ballots',
  ballot: '/ballots',
  gradeDecision: '/ballots',
  procedureCase: '/cases',
  localRequirement: '/cases/requirements',
  caseRelative: '/cases',
  cadre: '/cadres',
  archiveCheck: '/cadres',
  post: '/cadres/posts',
  selection: '/selections',
  candidate: '/selections',
  candidateCheck: '/selections',
  selectionTalk: '/selections',
  noticeObjection: '/selections',
}

/** Where a server opens; undefined where no page shows it. */
export function serverPath({ kind, name }: Named): string | undefined {
  if (kind === 'due') return '/today'
  if (kind === 'form') return `/forms?form=${name}`
  if (kind === 'ballot') return known(`/ballots?kind=${name}`)
  const procedure = procedureOrder.find(own => own === name)
  if (kind === 'procedure') return procedure && known(boards[procedure].path)
  const path = screens[name] ?? (kind === 'quota' ? `/quotas/${name}` : `/registers/${name}`)
  return known(path)
}

const known = (path: string): string | undefined => (routes.some(({ pattern }) => match(pattern, path.split('?')[0] ?? '') !== undefined) ? path : undefined)

export const serverWord = ({ kind }: Named): string => serverKinds[kind]
