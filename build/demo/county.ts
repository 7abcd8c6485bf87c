import { type Body, type Plan, type Sort, upperBody } from './body.ts'
import { inventPlaces } from './names.ts'
import { Random } from './random.ts'

/** As in the county's own figures: 39 基层党委, 42 党总支, 744 党支部, 20,135 members, 10,150 of them in villages. */
const counts = { members: 20_135, villagers: 10_150, towns: 22, villages: 286, branches: 744, generalBranches: 42 }

type Unit = readonly [name: string, sort: Sort, unitKind: Body['unitKind']]

const systems: readonly [Unit, ...Unit[]] = [
  ['县直机关工委', 'agency', 'agency'],
  ['县教育局', 'school', 'school'],
  ['县卫生健康局', 'agency', 'institution'],
  ['县公安局', 'agency', 'agency'],
  ['县财政局', 'agency', 'agency'],
  ['县税务局', 'agency', 'agency'],
  ['县农业农村局', 'agency', 'agency'],
  ['县交通运输局', 'agency', 'agency'],
  ['县住房和城乡建设局', 'agency', 'agency'],
  ['县国有资产中心', 'enterprise', 'enterprise'],
  ['县民政局', 'agency', 'agency'],
  ['县自然资源局', 'agency', 'agency'],
  ['县市场监督管理局', 'agency', 'agency'],
  ['县水利局', 'agency', 'institution'],
  ['县文化体育和旅游局', 'agency', 'institution'],
  ['县两新组织', 'enterprise', 'enterprise'],
  ['县委老干部局', 'retired', 'other'],
]

const townUnits: readonly Unit[] = [
  ['机关党支部', 'agency', 'agency'],
  ['中心小学党支部', 'school', 'school'],
  ['卫生院党支部', 'agency', 'institution'],
  ['社区第一党支部', 'community', 'community'],
  ['社区第二党支部', 'community', 'community'],
  ['企业联合党支部', 'enterprise', 'enterprise'],
  ['离退休干部党支部', 'retired', 'other'],
  ['中学党支部', 'school', 'school'],
]

/** A county of 825 organizations and 20,135 members. */
export function countyPlan(seed: string): Plan {
  const random = new Random(`${seed}/county`)
  const places = inventPlaces(random, counts.towns + counts.villages)
  const bodies: Body[] = []
  const add = (body: Body): number => bodies.push(body) - 1
  const branch = (name: string, upper: number, sort: Sort, unitKind: Body['unitKind']) =>
    add({
      name,
      kind: 'branch',
      upper,
      unitKind,
      sort,
      members: 0,
      exempt: 0,
      upperPosts: [],
      officers: sort === 'village' || sort === 'enterprise' ? 3 : 4,
      quality: 0.62 + 0.36 * random.next() ** 0.6,
    })

  const towns = places.slice(0, counts.towns).map(place => {
    const at = add(upperBody(`中共${place}镇委员会`, 'committee', null, null, 'agency'))
    const general = add(upperBody(`${place}镇企业党总支`, 'generalBranch', at, 'enterprise', 'enterprise'))
    for (const [name, sort, unitKind] of townUnits) branch(`${place}镇${name}`, sort === 'enterprise' ? general : at, sort, unitKind)
    return at
  })
  for (const [i, village] of places.slice(counts.towns).entries()) branch(`${village}村党支部`, towns[i % towns.length] ?? 0, 'village', 'village')

  const homes: { name: string; at: number; sort: Sort }[] = systems.map(([name, sort, unitKind]) => ({
    name: `${name}机关`,
    sort,
    at: add(upperBody(name.endsWith('工委') ? name : `${name}党委`, 'committee', null, unitKind, sort)),
  }))
  for (let i = 0; i < counts.generalBranches - counts.towns; i++) {
    const [system, sort] = systems[i % systems.length] ?? systems[0]
    const name = `${system}第${chinese(1 + Math.floor(i / systems.length))}党总支`
    homes.push({ name, sort, at: add(upperBody(name, 'generalBranch', homes[i % systems.length]?.at ?? null, null, sort)) })
  }
  const left = counts.branches - counts.villages - towns.length * townUnits.length
  for (let i = 0; i < left; i++) {
    const home = homes[i % homes.length]
    if (home) branch(`${home.name}第${chinese(1 + Math.floor(i / homes.length))}党支部`, home.at, home.sort, null)
  }
  return {
    name: '永溪县委组织部',
    preset: 'county',
    bodies: peopled(bodies, random),
    school: '中共永溪县委党校',
    others: 1500,
    departed: 0,
    women: 0.154,
    young: 0.277,
    committeeMeetings: false,
  }
}

/** Shares the members out: villages together have theirs, everybody else the rest. */
function peopled(bodies: readonly Body[], random: Random): Body[] {
  const weights = bodies.map(body => (body.kind === 'branch' ? 0.55 + random.next() * 0.9 : 0))
  const shareOut = (total: number, mine: (body: Body) => boolean) => {
    const sum = bodies.reduce((all, body, i) => all + (mine(body) ? (weights[i] ?? 0) : 0), 0)
    const sizes = bodies.map((body, i) => (mine(body) ? Math.floor(((weights[i] ?? 0) / sum) * total) : 0))
    let rest = total - sizes.reduce((all, size) => all + size, 0)
    return sizes.map(size => (size > 0 && rest-- > 0 ? size + 1 : size))
  }
  const inVillages = shareOut(counts.villagers, body => body.sort === 'village')
  const elsewhere = shareOut(counts.members - counts.villagers, body => body.kind === 'branch' && body.sort !== 'village')
  return bodies.map((body, i) => {
    const all = (inVillages[i] ?? 0) + (elsewhere[i] ?? 0)
    const exempt = Math.round(all * (body.sort === 'retired' ? 0.4 : body.sort === 'village' ? 0.12 : body.kind === 'branch' ? 0.02 : 0))
    return { ...body, members: all - exempt, exempt }
  })
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

const chinese = (n: number): string => numerals[n] ?? String(n)
