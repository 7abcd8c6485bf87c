import { smallOffice } from './office.ts'

type Office = Awaited<ReturnType<typeof smallOffice>>

/** What each group gave each row under each item: the points of every paper, in the order of the rows. */
export interface Stack {
  readonly code: string
  readonly label: string
  readonly weight: number
  readonly minimum?: number
  readonly eligible?: number
  /** By row, by item: the points of the papers. Every row has as many. */
  readonly points: readonly (readonly (readonly number[])[])[]
}

/** A scheme of two items, 40 and 60 points; and a word for a branch's ballot that is scored by it and closed. */
export async function scoredOffice(cutOffs = { excellentFrom: 90, qualifiedFrom: 75, basicFrom: 60 }) {
  const office = await smallOffice()
  const people: string[] = []
  for (const name of ['程雅琴', '邓文涛', '高志远']) people.push(await office.member({ name, fullMemberOn: '2015-01-01', joinedOn: '2014-01-01' }))
  const scheme = async (year: number, groups: readonly Stack[]) => {
    const { id } = await office.call('scheme.save', {
      draft: { name: '党员量化考核方案', year, target: 'member', trimmed: false, ...cutOffs },
      items: [
        { number: 1, area: '学习教育', name: '参加集中学习', points: 40 },
        { number: 2, area: '岗位业绩', name: '本职工作实绩', points: 60 },
      ],
      groups: groups.map(({ code, label, weight, minimum = null }) => ({ code, label, weight, minimum })),
    })
    return id
  }
  const held = async (year: number, groups: readonly Stack[]) => closedBallot(office, year, await scheme(year, groups), groups)
  return { ...office, people, scheme, held }
}

async function closedBallot({ call, first }: Office, year: number, schemeId: string, groups: readonly Stack[]): Promise<string> {
  const { id } = await call('ballot.create', {
    draft: { name: `${year}年度党员量化考核`, kind: 'performance', organizationId: first, year, schemeId, heldOn: `${year}-11-20`, fullMembers: 3 },
  })
  const { ballot, groups: made } = await call('ballot.get', { ballotId: id })
  await call('ballot.save', {
    ballotId: id,
    version: Number(ballot['version']),
    groups: made.map(group => ({ ...group, eligible: groups.find(({ code }) => code === group.code)?.eligible ?? null })),
  })
  const papers = ({ points }: Stack) => points[0]?.[0]?.length ?? 0
  const { countId, version } = await call('ballot.count', {
    ballotId: id,
    firstTeller: '唐立',
    secondTeller: '何雨晴',
    scrutineer: '许文博',
    returns: groups.map(stack => ({ groupCode: stack.code, issued: papers(stack), returned: papers(stack), valid: papers(stack), invalid: 0 })),
    tallies: groups.flatMap(({ code, points }) =>
      points.flatMap((items, row) =>
        items.map((given, item) => ({
          groupCode: code,
          row: row + 1,
          item: String(item + 1),
          option: 'scored',
          votes: given.length,
          points: given.reduce((sum, one) => sum + one, 0),
        })),
      ),
    ),
  })
  await call('ballot.close', { countId, version, closedOn: `${year}-11-21` })
  return id
}

/** As many papers that say the same of everyone: 40 × share and 60 × share, row by row. */
export const alike = (papers: number, ...shares: readonly number[]): Stack['points'] =>
  shares.map(share => [40, 60].map(most => Array.from({ length: papers }, () => Math.round(most * share * 2) / 2)))
