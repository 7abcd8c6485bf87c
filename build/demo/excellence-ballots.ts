import { linesOf } from '../../main/ballots/read.ts'
import { rollsOf } from '../../main/ballots/roll.ts'
import { ballotGroup } from '../../shared/domain/ballot.ts'
import type { BallotGrade } from '../../shared/domain/ballot-words.ts'
import { addDays } from '../../shared/rules/days.ts'
import { dutyScheme } from '../../shared/schemes/duty.ts'
import { goodMemberScheme, goodOrganizationScheme } from '../../shared/schemes/five-goods.ts'
import { groupsOf, type SchemeTemplate } from '../../shared/schemes/template.ts'
import { countBallot, decideBallot, type Held, listBallot, tellersOf } from './ballot-book.ts'
import type { Random } from './random.ts'
import { type Ground, iso } from './register-entry.ts'
import type { RegisterEntry } from './registers.ts'
import { keepScheme } from './scheme-book.ts'

interface Spec {
  readonly kind: 'goodOrganizations' | 'goodMembers' | 'dutyAssessment'
  readonly template: SchemeTemplate
  readonly what: string
  /** The body that holds it, by its place in the plan. */
  readonly at: number | undefined
  readonly cutOffs: { readonly excellentFrom: number | null; readonly qualifiedFrom: number; readonly basicFrom: number }
  /** From how well a body or member does: the grade that a committee gave. */
  grade(worth: number): BallotGrade
  readonly month: number
}

/** 双五好 and 党建责任制, scored at the end of each year by the samples that come with the program, with the lines this office has drawn. */
export function excellenceBallots(ground: Ground): RegisterEntry[] {
  const { years, branches, committees, within } = ground
  const bodies = { qualifiedFrom: 85, basicFrom: 70, excellentFrom: null }
  const standing = (worth: number): BallotGrade => (worth >= 0.85 ? 'met' : worth >= 0.7 ? 'middle' : 'weak')
  const specs: readonly Spec[] = [
    {
      kind: 'goodOrganizations',
      template: goodOrganizationScheme,
      what: '五个好党组织测评',
      at: committees[0],
      cutOffs: bodies,
      grade: standing,
      month: 11,
    },
    {
      kind: 'goodMembers',
      template: goodMemberScheme,
      what: '五个好党员测评',
      at: branches.find(({ people }) => people.length > 8)?.at,
      cutOffs: bodies,
      grade: worth => (standing(worth) === 'weak' ? 'idle' : standing(worth)),
      month: 11,
    },
    {
      kind: 'dutyAssessment',
      template: dutyScheme,
      what: '党建责任制考核',
      at: committees[0],
      cutOffs: { excellentFrom: 90, qualifiedFrom: 75, basicFrom: 60 },
      grade: worth => (worth >= 0.9 ? 'excellent' : worth >= 0.75 ? 'qualified' : 'basic'),
      month: 10,
    },
  ]
  return years.flatMap(year =>
    specs.flatMap(spec => {
      const approvedOn = iso(year, 3, 18)
      const heldOn = iso(year, spec.month, ground.stream(`${spec.kind}/days/${year}`).int(4, 12))
      return spec.at === undefined || !within(approvedOn) ? [] : ofYear(ground, spec, spec.at, { year, approvedOn, heldOn })
    }),
  )
}

interface Days {
  readonly year: number
  readonly approvedOn: string
  readonly heldOn: string
}

function ofYear(ground: Ground, spec: Spec, at: number, { year, approvedOn, heldOn }: Days): RegisterEntry[] {
  const { kind, template, cutOffs, what, grade } = spec
  const random = ground.stream(`${kind}/${year}`)
  let schemeId = ''
  let counted: { held: Held; worth: ReadonlyMap<number, number> } | undefined
  const approval: RegisterEntry = {
    on: addDays(approvedOn, 1),
    write: store => {
      const { name, target, source, remark, items, vetoes } = template
      const groups = groupsOf(template, (_, otherwise) => otherwise)
      schemeId = keepScheme(store, { name, year, target, source, remark, ...cutOffs, trimmed: false, approvedOn }, { items, groups, vetoes })
    },
  }
  if (!ground.within(addDays(heldOn, 10))) return [approval]
  return [
    approval,
    {
      on: addDays(heldOn, 1),
      write: async (store, ids, scope) => {
        const organizationId = ids.body(at)
        const roll = (await rollsOf(scope.db, kind, [organizationId], heldOn)).get(organizationId)
        if (!roll || roll.rows.length === 0) return
        const held = await listBallot(scope, { kind, organizationId, year, heldOn, schemeId, name: `${year}年度${what}` }, roll)
        const groups = await linesOf(scope.db, ballotGroup, held.ballot.id)
        const diligence = (personId: string | null) => ids.known(personId ?? '')?.diligence ?? 0.55 + 0.4 * random.next()
        const worth = new Map(held.rows.filter(row => row.part === 'graded').map(row => [row.number, Math.min(0.98, 0.52 + 0.44 * diligence(row.personId))]))
        count(store, held, template, groups, worth, random, heldOn)
        counted = { held, worth }
      },
    },
    {
      on: addDays(heldOn, 9),
      write: store => {
        if (!counted) return
        const { held, worth } = counted
        const graded = held.rows.filter(row => worth.has(row.number))
        decideBallot(
          store,
          held,
          addDays(heldOn, 8),
          null,
          graded.map(row => ({ row, grade: grade(worth.get(row.number) ?? 0) })),
        )
      },
    },
  ]
}

type Store = Parameters<RegisterEntry['write']>[0]

/** Points as tellers add them up, item by item; 群众 are many, a 考评组 is few. */
function count(
  store: Store,
  held: Held,
  { items }: SchemeTemplate,
  groups: readonly { readonly code: string }[],
  worth: ReadonlyMap<number, number>,
  random: Random,
  heldOn: string,
): void {
  const papers = new Map(groups.map(({ code }) => [code, code === 'reviewers' ? 7 : code === 'masses' ? 26 : Math.max(5, held.ballot.eligible ?? 9)]))
  const present = [...papers.values()].reduce((sum, n) => sum + n, 0)
  countBallot(store, held, {
    heldOn,
    present: Math.min(present, held.ballot.eligible ?? present),
    chair: '组织部部长',
    place: '第二会议室',
    returns: [...papers].map(([groupCode, n]) => ({ groupCode, issued: n, returned: n, valid: n, invalid: 0 })),
    tallies: [...papers].flatMap(([groupCode, n]) =>
      [...worth].flatMap(([row, value]) =>
        items.map(({ number, points }) => ({
          groupCode,
          row,
          item: String(number),
          option: 'scored',
          votes: n,
          points: Math.min(n * points, Math.round(2 * n * points * Math.min(1, value + 0.05 * (random.next() - 0.5))) / 2),
        })),
      ),
    ),
    tellers: tellersOf(
      random,
      held.rows.flatMap(row => (row.personId === null ? [] : [row.name])),
    ),
    closed: true,
  })
}
