import { person } from '../../shared/domain/person.ts'
import { Random } from '../demo/random.ts'
import { below, type Figure } from './figure.ts'
import { compare, quantile, timed } from './measure.ts'
import { county, officeOf, openOffice } from './offices.ts'

/** What people type: whole names, parts of them, 拼音, initials, the tail of an ID number, a branch, and things that are not there. */
const kinds: readonly ((p: Known, random: Random) => string)[] = [
  p => p.name,
  p => p.name.slice(0, 2),
  p => p.name.slice(-2),
  (p, random) => p.name[random.int(0, p.name.length - 1)] ?? '',
  p => p.pinyin,
  (p, random) => p.pinyin.slice(0, random.int(2, p.pinyin.length)),
  p => p.initials,
  p => p.initials.slice(0, 2),
  p => p.idNumber.slice(-4),
  p => p.idNumber.slice(-6).toLowerCase(),
  p => p.organization,
  p => p.organization.slice(0, 3),
  (p, random) => `${p.name}${random.pick(['甲', '乙', '丙'])}`,
  (_p, random) => random.pick(['主题党日', '书记', 'zzz', '报告会', '轮训']),
]

interface Known {
  readonly name: string
  readonly pinyin: string
  readonly initials: string
  readonly idNumber: string
  readonly organization: string
}

/** Ctrl K at county scale, the slowest of a hundred. Floor: one look through all names for the same text. */
export const search: Figure = {
  name: 'search.p99',
  async measure({ quick, say }) {
    const { call, bare, close } = await openOffice(await officeOf(county, say))
    const sqlite = bare()
    const all = sqlite
      .prepare<unknown[], Known>(
        `SELECT p.name, p.pinyin, p.initials, p.idNumber, o.name AS organization FROM ${person.name} p JOIN organization o ON o.id = p.organizationId`,
      )
      .all()
    sqlite.close()
    const names = all.map(p => p.name)
    const random = new Random('bench/search')
    const queries = random.some(all, quick ? 140 : 560).map((p, i) => kinds[i % kinds.length]?.(p, random) ?? p.name)
    const [values, floors]: [number[], number[]] = [[], []]
    let found = 0
    for (const text of queries) {
      // Each text counts by its own median: what other programs do to the machine meanwhile is not the search's.
      const measured = await compare(
        3,
        () => timed(() => call('search.all', { text })),
        () => timed(() => (found += names.filter(name => name.includes(text)).length)),
      )
      values.push(measured.value)
      floors.push(measured.floor)
    }
    await close()
    if (found === 0) throw new Error('nothing was found')
    const measured = { value: quantile(values, 0.99), floor: quantile(floors, 0.99) }
    const slowest = queries.map((text, i) => ({ text, ms: values[i] ?? 0 })).toSorted((a, b) => b.ms - a.ms)
    say(
      `  median ${quantile(values, 0.5).toFixed(2)} ms, slowest: ${slowest
        .slice(0, 4)
        .map(s => `${s.text} ${s.ms.toFixed(1)} ms`)
        .join(', ')}`,
    )
    return [below('search.p99', measured, 5)]
  },
}
