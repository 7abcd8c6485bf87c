import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { presets } from '../../shared/domain/presets.ts'
import { type SanctionKind, sanctionKindNames } from '../../shared/domain/sanction-words.ts'
import { addDays, addMonths, daysBetween } from '../../shared/rules/days.ts'
import { appointing, effectRules } from '../../shared/rules/effect-kinds.ts'
import { effectsOf, lastDayAfter, type SanctionFacts } from '../../shared/rules/effect-period.ts'
import { barsExcellence, barsOn, type Effect, latestOf } from '../../shared/rules/effect-standing.ts'
import type { ParameterValue } from '../../shared/rules/parameters.ts'

const parameters = presets.national

/** A later rule of the office or of the nation. */
const ruled = (key: string, value: number, startsOn = '2000-01-02'): ParameterValue => ({
  key: `effect.${key}`,
  value,
  startsOn,
  clause: '本单位规定',
  basis: 'policy',
})

const sanction = (kind: SanctionKind, approvedOn: string, given: Partial<SanctionFacts> = {}): SanctionFacts => ({
  id: `${kind} ${approvedOn}`,
  kind,
  approvedOn,
  effectiveOn: null,
  probationYears: kind === 'partyProbation' ? 1 : null,
  restoredOn: null,
  statedUntil: null,
  lasting: null,
  revision: null,
  revisedOn: null,
  revisedTo: null,
  ...given,
})

function only(s: SanctionFacts, on: string, more: readonly ParameterValue[] = []): Effect {
  const [effect] = effectsOf([s], [...parameters, ...more], on)
  if (!effect) throw new Error('no effect')
  return effect
}

const codes = (effect: Effect | undefined) => effect?.remarks.map(({ code }) => code)

describe('每一种的长度：最后一天仍在影响期，次日可提拔', () => {
  test.each([
    ['partyWarning', '2025-03-10', '2026-03-09', 'national'],
    ['partySevereWarning', '2025-03-10', '2026-09-09', 'national'],
    ['partyRemoved', '2025-03-10', '2027-03-09', 'national'],
    ['partyExpelled', '2025-03-10', '2030-03-09', 'national'],
    ['stateWarning', '2025-03-10', '2025-09-09', 'national'],
    ['demerit', '2025-03-10', '2026-03-09', 'national'],
    ['majorDemerit', '2025-03-10', '2026-09-09', 'national'],
    ['downgraded', '2025-03-10', '2027-03-09', 'national'],
    ['stateRemoved', '2025-03-10', '2027-03-09', 'national'],
    ['suspended', '2025-03-10', '2025-09-09', 'national'],
    ['moved', '2025-03-10', '2026-03-09', 'unverified'],
    ['toldToResign', '2025-03-10', '2027-03-09', 'unverified'],
    ['removed', '2025-03-10', '2027-03-09', 'unverified'],
    ['demoted', '2025-03-10', '2027-03-09', 'unverified'],
    ['admonished', '2025-03-10', '2025-09-09', 'local'],
  ] as const)('%s 自 %s 起，至 %s', (kind, approvedOn, until, basis) => {
    const on = (day: string) => only(sanction(kind, approvedOn), day)
    expect(on(until)).toMatchObject({ from: approvedOn, until, promotableFrom: addDays(until, 1), state: 'running', basis })
    expect(on(addDays(until, -1)).state).toBe('running')
    expect(on(addDays(until, 1)).state).toBe('over')
    expect(on(approvedOn).state).toBe('running')
    expect(effectsOf([sanction(kind, approvedOn)], parameters, addDays(approvedOn, -1))).toEqual([])
    expect(on(until).clause).not.toBeNull()
  })

  test('平职调整、转任职级、提前退休不设影响期；本单位设了的按本单位', () => {
    for (const kind of ['level', 'toRank', 'retired'] as const)
      expect(only(sanction(kind, '2025-03-10'), '2025-03-11')).toMatchObject({ state: 'none', until: null, barred: [] })
    expect(only(sanction('level', '2025-03-10'), '2025-03-11', [ruled('level', 6)])).toMatchObject({ state: 'running', until: '2025-09-09' })
  })

  test('开除公职没有期限；“其他”要在记录里写明期满日期', () => {
    expect(only(sanction('dismissed', '2025-03-10'), '2040-01-01')).toMatchObject({ state: 'endless', until: null, promotableFrom: null })
    expect(only(sanction('other', '2025-03-10'), '2025-03-11')).toMatchObject({ state: 'unknown', until: null })
    expect(only(sanction('other', '2025-03-10', { statedUntil: '2025-12-31' }), '2025-12-31')).toMatchObject({ state: 'running', promotableFrom: '2026-01-01' })
  })

  test('党纪处分从批准之日起算，政务处分和组织处理从生效之日起算', () => {
    expect(only(sanction('partyWarning', '2025-03-10', { effectiveOn: '2025-03-20' }), '2025-04-01').until).toBe('2026-03-09')
    expect(only(sanction('demerit', '2025-03-10', { effectiveOn: '2025-03-20' }), '2025-04-01').until).toBe('2026-03-19')
    expect(only(sanction('moved', '2025-03-10', { effectiveOn: '2025-03-20' }), '2025-04-01').until).toBe('2026-03-19')
  })
})

describe('月末和闰日', () => {
  test.each([
    ['2024-02-29', 12, true, '2025-02-28'],
    ['2024-02-29', 12, false, '2025-02-28'],
    ['2024-02-29', 48, true, '2028-02-28'],
    ['2024-02-29', 48, false, '2028-02-29'],
    ['2023-02-28', 12, true, '2024-02-27'],
    ['2023-03-01', 12, true, '2024-02-29'],
    ['2022-03-01', 12, true, '2023-02-28'],
    ['2024-08-31', 18, true, '2026-02-28'],
    ['2024-08-30', 18, true, '2026-02-28'],
    ['2024-08-28', 18, true, '2026-02-27'],
    ['2022-08-31', 18, true, '2024-02-29'],
    ['2025-01-01', 12, true, '2025-12-31'],
    ['2025-12-31', 6, true, '2026-06-30'],
    ['2025-03-31', 6, true, '2025-09-30'],
    ['2025-03-10', 12, false, '2026-03-10'],
  ] as const)('%s 起 %s 个月（起算当天计入：%s）至 %s', (from, months, counted, until) => {
    expect(lastDayAfter(from, months, counted)).toBe(until)
  })

  const anyDay = fc.integer({ min: 0, max: 40_000 }).map(days => addDays('2000-01-01', days))

  test('期满的次日不早于对应日，早一天开始的不会晚一天期满', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, months) => {
        const until = lastDayAfter(from, months, true)
        expect(addDays(until, 1) >= addMonths(from, months)).toBe(true)
        expect(daysBetween(addMonths(from, months), until)).toBeLessThanOrEqual(0)
        expect(lastDayAfter(addDays(from, 1), months, true) >= until).toBe(true)
      }),
    )
  })

  test('起算当天不计入的，期满日就是对应日', () => {
    expect(only(sanction('partyWarning', '2025-03-10'), '2026-03-10', [ruled('countFirstDay', 0)])).toMatchObject({
      until: '2026-03-10',
      promotableFrom: '2026-03-11',
      state: 'running',
    })
  })
})

describe('留党察看', () => {
  const probation = sanction('partyProbation', '2024-05-20')

  test('没有恢复权利的没有期满日期，察看期满以后也一样，并提示登记', () => {
    expect(only(probation, '2025-05-19')).toMatchObject({ state: 'unrestored', until: null, promotableFrom: null, remarks: [] })
    expect(codes(only(probation, '2025-05-20'))).toEqual(['probationOver'])
    expect(only(probation, '2035-01-01').state).toBe('unrestored')
    expect(codes(only({ ...probation, probationYears: 2 }, '2026-05-19'))).toEqual([])
    expect(codes(only({ ...probation, probationYears: 2 }, '2026-05-20'))).toEqual(['probationOver'])
  })

  test('恢复权利后二年：恢复前一天、当天、期满当天和次日', () => {
    const restored = { ...probation, restoredOn: '2025-05-20' }
    expect(only(restored, '2025-05-19')).toMatchObject({ state: 'unrestored', until: null })
    expect(only(restored, '2025-05-20')).toMatchObject({ state: 'running', until: '2027-05-19', promotableFrom: '2027-05-20' })
    expect(only(restored, '2027-05-19').state).toBe('running')
    expect(only(restored, '2027-05-20').state).toBe('over')
  })

  test('表决权、选举权和被选举权只到恢复权利的前一天', () => {
    const restored = { ...probation, restoredOn: '2025-05-20' }
    expect(barsOn(only(probation, '2025-01-01'), ['vote'], '2025-01-01')).toHaveLength(1)
    expect(barsOn(only(restored, '2025-05-19'), ['vote'], '2025-05-19')).toHaveLength(1)
    expect(barsOn(only(restored, '2025-05-20'), ['vote'], '2025-05-20')).toEqual([])
    expect(barsOn(only(restored, '2025-05-20'), appointing, '2025-05-20').map(({ what }) => what)).toEqual(['equalPost', 'promote', 'reuse'])
  })

  test('恢复权利早于察看期满的要核对，期满次日恢复的不提', () => {
    expect(codes(only({ ...probation, restoredOn: '2025-05-19' }, '2025-06-01'))).toEqual(['restoredEarly'])
    expect(codes(only({ ...probation, restoredOn: '2025-05-20' }, '2025-06-01'))).toEqual([])
  })

  test('察看期间又受处分：不合并，提示应当开除党籍；恢复权利后又受处分的合并计算', () => {
    const on = '2027-01-01'
    const restored = { ...probation, restoredOn: '2025-05-20' }
    const [, during] = effectsOf([restored, sanction('partyWarning', '2025-05-19')], parameters, on)
    expect(codes(during)).toEqual(['againInProbation'])
    expect(during?.until).toBe('2026-05-18')
    const [, after] = effectsOf([restored, sanction('partyWarning', '2025-05-20')], parameters, on)
    expect(codes(after)).toEqual(['merged'])
    // 2025-05-20 to 2027-05-19 are 730 days, put after 2026-05-19.
    expect(after?.until).toBe(addDays('2026-05-19', 730))
    const [, unrestored] = effectsOf([probation, sanction('partyWarning', '2026-08-01')], parameters, on)
    expect(codes(unrestored)).toEqual(['againInProbation'])
  })
})

describe('影响期内再受处分', () => {
  const first = sanction('partySevereWarning', '2024-01-10')
  const again = (day: string, more: readonly ParameterValue[] = []) => effectsOf([first, sanction('partyWarning', day)], [...parameters, ...more], '2026-01-01')

  test('从新处分决定之日起，原来没有执行的天数加上新的影响期', () => {
    const [old, fresh] = again('2024-10-20')
    expect(old?.until).toBe('2025-07-09')
    // 2024-10-20 to 2025-07-09: 263 days after 2025-10-19.
    expect(fresh?.until).toBe('2026-07-09')
    expect(fresh?.remarks).toEqual([{ code: 'merged', message: '原影响期至 2025-07-09，尚未执行 263 天，合并计算' }])
  })

  test('期满当天再受处分还剩一天，期满次日的不合并', () => {
    expect(again('2025-07-09')[1]?.until).toBe('2026-07-09')
    expect(codes(again('2025-07-09')[1])).toEqual(['merged'])
    expect(again('2025-07-10')[1]).toMatchObject({ until: '2026-07-09', remarks: [] })
  })

  test('三次的逐次累加；同一天批准的不累加，看长的', () => {
    const three = effectsOf([first, sanction('partyWarning', '2024-10-20'), sanction('partyWarning', '2026-07-09')], parameters, '2026-07-10')
    expect(three[2]?.until).toBe(addDays('2027-07-08', 1))
    const same = effectsOf([first, sanction('partyWarning', '2024-01-10')], parameters, '2024-02-01')
    expect(latestOf(same)).toEqual({ until: '2025-07-09', promotableFrom: '2025-07-10' })
  })

  test('参数设为各算各的，就看长的一个', () => {
    const two = again('2024-10-20', [ruled('merge', 0)])
    expect(two.map(({ until }) => until)).toEqual(['2025-07-09', '2025-10-19'])
    expect(latestOf(effectsOf([first, sanction('partyWarning', '2024-10-20')], [...parameters, ruled('merge', 0)], '2025-01-01'))?.until).toBe('2025-10-19')
  })

  test('解除了的只算到解除前一天，撤销了的不算', () => {
    const lifted = { ...first, revision: 'lifted', revisedOn: '2024-10-01' } as const
    expect(effectsOf([lifted, sanction('partyWarning', '2024-10-20')], parameters, '2025-01-01')[1]).toMatchObject({ until: '2025-10-19', remarks: [] })
    const revoked = { ...first, revision: 'revoked', revisedOn: '2024-12-01' } as const
    expect(effectsOf([revoked, sanction('partyWarning', '2024-10-20')], parameters, '2025-01-01')[1]).toMatchObject({ until: '2025-10-19', remarks: [] })
    expect(codes(effectsOf([revoked, sanction('partyWarning', '2024-10-20')], parameters, '2024-11-30')[1])).toEqual(['merged'])
  })

  test('党纪、政务、组织处理同时有的不相加，以最后期满的为准', () => {
    const together = effectsOf(
      [sanction('partyWarning', '2025-03-10'), sanction('majorDemerit', '2025-03-10'), sanction('moved', '2025-06-01')],
      parameters,
      '2025-07-01',
    )
    expect(together.map(({ until }) => until)).toEqual(['2026-03-09', '2026-09-09', '2026-05-31'])
    expect(together.flatMap(({ remarks }) => remarks).some(({ code }) => code === 'merged')).toBe(false)
    expect(latestOf(together)).toEqual({ until: '2026-09-09', promotableFrom: '2026-09-10' })
  })

  test('一个没有期满日期，几个一起也没有；都满了的没有影响期', () => {
    const together = effectsOf([sanction('partyWarning', '2025-03-10'), sanction('other', '2025-03-10')], parameters, '2025-07-01')
    expect(latestOf(together)).toEqual({ until: null, promotableFrom: null })
    expect(latestOf(effectsOf([sanction('partyWarning', '2025-03-10')], parameters, '2026-03-10'))).toBeNull()
    expect(latestOf([])).toBeNull()
  })
})

describe('政务处分合并最长四十八个月', () => {
  const removed = sanction('stateRemoved', '2024-03-01')

  test('撤职影响期内又受降级：24 个月没有执行的加 24 个月，不到 48 个月的照加', () => {
    const [, second] = effectsOf([removed, sanction('downgraded', '2024-03-02')], parameters, '2025-01-01')
    expect(codes(second)).toEqual(['merged'])
    // The rest is a day short of two years: 729 days after 2026-03-01.
    expect(second?.until).toBe('2028-02-28')
  })

  test('超过 48 个月的截到 48 个月的最后一天', () => {
    const third = effectsOf([removed, sanction('downgraded', '2024-03-02'), sanction('majorDemerit', '2024-04-01')], parameters, '2025-01-01')[2]
    expect(codes(third)).toEqual(['merged', 'capped'])
    expect(third?.until).toBe('2028-03-31')
    expect(
      effectsOf(
        [removed, sanction('downgraded', '2024-03-02'), sanction('majorDemerit', '2024-04-01')],
        [...parameters, ruled('stateMost', 0, '2021-01-01')],
        '2025-01-01',
      )[2]?.until,
    ).toBe('2029-08-29')
  })

  test('决定书写明超过 48 个月的，照写明的提示，并要求核对', () => {
    const long = only(sanction('majorDemerit', '2024-03-01', { statedUntil: '2028-03-01' }), '2025-01-01')
    expect(long).toMatchObject({ until: '2028-03-01' })
    expect(codes(long)).toEqual(['overLong', 'stated'])
    expect(codes(only(sanction('majorDemerit', '2024-03-01', { statedUntil: '2028-02-29' }), '2025-01-01'))).toEqual(['stated'])
    const again = effectsOf(
      [sanction('demerit', '2024-02-01'), sanction('majorDemerit', '2024-03-01', { statedUntil: '2026-05-31' })],
      parameters,
      '2025-01-01',
    )
    expect(again[1]).toMatchObject({ until: '2026-05-31', remarks: [{ code: 'stated' }] })
  })
})

describe('规定中途改了', () => {
  const longer = ruled('admonished', 12, '2025-07-01')
  const at = (day: string, more: readonly ParameterValue[] = [longer], on = '2025-12-01') => only(sanction('admonished', day), on, more).until

  test('按决定之日的规定：前一天的按旧的，当天和以后的按新的', () => {
    expect(at('2025-06-30')).toBe('2025-12-29')
    expect(at('2025-07-01')).toBe('2026-06-30')
    expect(at('2025-07-02')).toBe('2026-07-01')
  })

  test('参数设为按现行规定、按较短的', () => {
    expect(at('2025-06-30', [longer, ruled('rulesDay', 1)])).toBe('2026-06-29')
    expect(at('2025-06-30', [longer, ruled('rulesDay', 1)], '2025-06-30')).toBe('2025-12-29')
    expect(at('2025-06-30', [longer, ruled('rulesDay', 2)])).toBe('2025-12-29')
    const shorter = ruled('admonished', 3, '2025-07-01')
    expect(at('2025-06-30', [shorter, ruled('rulesDay', 2)])).toBe('2025-09-29')
    expect(at('2025-06-30', [shorter])).toBe('2025-12-29')
  })

  test('现行条例以前的处分按同样长度，标为待核', () => {
    expect(only(sanction('partyWarning', '2023-12-31'), '2024-06-01')).toMatchObject({ until: '2024-12-30', basis: 'unverified' })
    expect(only(sanction('partyWarning', '2024-01-01'), '2024-06-01')).toMatchObject({ until: '2024-12-31', basis: 'national' })
    expect(only(sanction('stateWarning', '2020-06-30'), '2020-07-01').basis).toBe('unverified')
    expect(only(sanction('stateWarning', '2020-07-01'), '2020-07-01').basis).toBe('national')
  })

  test('没有当时的规定，期满日期就不知道', () => {
    expect(only(sanction('moved', '2021-03-18'), '2021-04-01')).toMatchObject({ state: 'unknown', until: null })
    expect(only(sanction('moved', '2021-03-19'), '2021-04-01')).toMatchObject({ state: 'running', until: '2022-03-18' })
  })
})

describe('变更、撤销和解除', () => {
  const severe = sanction('partySevereWarning', '2025-03-10')

  test('变更前按原来的，变更当天起按变更后的，从原决定之日起算', () => {
    const changed = { ...severe, revision: 'changed', revisedTo: 'partyWarning', revisedOn: '2025-08-01' } as const
    expect(only(changed, '2025-07-31')).toMatchObject({ kind: 'partySevereWarning', until: '2026-09-09' })
    expect(only(changed, '2025-08-01')).toMatchObject({ kind: 'partyWarning', from: '2025-03-10', until: '2026-03-09' })
    expect(only(changed, '2025-08-01', [ruled('changedFrom', 1)])).toMatchObject({ from: '2025-08-01', until: '2026-07-31' })
  })

  test('维持的不变；撤销的当天起没有影响期，前一天还有', () => {
    expect(only({ ...severe, revision: 'upheld', revisedOn: '2025-08-01' }, '2025-09-01').until).toBe('2026-09-09')
    const revoked = { ...severe, revision: 'revoked', revisedOn: '2025-08-01' } as const
    expect(only(revoked, '2025-07-31').state).toBe('running')
    expect(only(revoked, '2025-08-01')).toMatchObject({ state: 'revoked', until: null, barred: [] })
  })

  test('提前解除的当天起不再影响；期满以后才解除的不变', () => {
    const lifted = { ...severe, revision: 'lifted', revisedOn: '2025-08-01' } as const
    expect(only(lifted, '2025-07-31')).toMatchObject({ state: 'running', until: '2026-09-09' })
    expect(only(lifted, '2025-08-01')).toMatchObject({ state: 'lifted', until: '2025-07-31', promotableFrom: '2025-08-01' })
    expect(only({ ...lifted, revisedOn: '2027-01-01' }, '2027-02-01')).toMatchObject({ state: 'over', until: '2026-09-09' })
  })

  test('决定期满影响使用的，期满以后仍然提示，没有可提拔日期', () => {
    const lasting = { ...severe, lasting: true }
    expect(only(lasting, '2026-09-09')).toMatchObject({ state: 'running', promotableFrom: '2026-09-10' })
    const after = only(lasting, '2026-09-10')
    expect(after).toMatchObject({ state: 'lasting', until: '2026-09-09', promotableFrom: null })
    expect(barsOn(after, appointing, '2026-09-10').map(({ what }) => what)).toEqual(['promote', 'reuse', 'outside'])
  })

  test('决定书写明的期限优先于推算', () => {
    const stated = only({ ...severe, statedUntil: '2026-12-31' }, '2026-12-31')
    expect(stated).toMatchObject({ until: '2026-12-31', state: 'running' })
    expect(codes(stated)).toEqual(['stated'])
  })
})

describe('不得做什么', () => {
  const matters = (kind: SanctionKind, on: string, given: Partial<SanctionFacts> = {}) => {
    const effect = only(sanction(kind, '2025-03-10', given), on)
    return effect.barred.flatMap(({ what }) => (barsOn(effect, [what], on).length > 0 ? [what] : []))
  }

  test.each([
    ['partyWarning', '2025-06-01', ['promote', 'reuse', 'outside']],
    ['partyRemoved', '2025-06-01', ['equalPost', 'promote', 'reuse']],
    ['partyProbation', '2025-06-01', ['vote', 'equalPost', 'promote', 'reuse']],
    ['partyExpelled', '2025-06-01', ['rejoin', 'outsideEqual']],
    ['stateWarning', '2025-06-01', ['rank']],
    ['demerit', '2025-06-01', ['rank', 'pay']],
    ['removed', '2025-06-01', ['lead', 'promote', 'rank']],
    ['removed', '2026-03-09', ['lead', 'promote', 'rank']],
    ['removed', '2026-03-10', ['promote', 'rank']],
    ['removed', '2027-03-09', ['promote', 'rank']],
    ['removed', '2027-03-10', []],
    ['toldToResign', '2026-03-10', ['promote', 'rank']],
    ['admonished', '2025-09-10', []],
  ] as const)('%s 在 %s：%s', (kind, on, expected) => expect(matters(kind, on)).toEqual(expected))

  test('每一种不得都写明依据，开除公职和“其他”除外', () => {
    for (const kind of sanctionKindNames) {
      const { barred } = only(sanction(kind, '2025-03-10'), '2025-04-01')
      if (kind !== 'dismissed' && kind !== 'other') expect(barred.every(({ clause }) => clause !== null && clause !== '')).toBe(true)
      expect(new Set(barred.map(({ what }) => what)).size).toBe(effectRules[kind].bars.length === 0 ? 0 : barred.length)
    }
  })

  test('五年内不得重新入党，满五年的次日可以', () => {
    expect(matters('partyExpelled', '2030-03-09')).toContain('rejoin')
    expect(matters('partyExpelled', '2030-03-10')).toEqual([])
  })
})

describe('不评优', () => {
  const effect = (on: string) => only(sanction('partySevereWarning', '2025-11-10'), on)

  test.each([
    [2024, 2, false],
    [2025, 2, true],
    [2026, 2, true],
    [2027, 2, true],
    [2028, 2, false],
    [2025, 1, true],
    [2026, 1, false],
    [2025, 0, false],
  ] as const)('%s 年，参数 %s：%s', (year, way, barred) => expect(barsExcellence(effect('2026-01-01'), year, way)).toBe(barred))

  test('到年末期满的不影响次年，次年元旦期满的影响', () => {
    expect(barsExcellence(only(sanction('partyWarning', '2025-01-01'), '2025-02-01'), 2026, 2)).toBe(false)
    expect(barsExcellence(only(sanction('partyWarning', '2025-01-02'), '2025-02-01'), 2026, 2)).toBe(true)
  })

  test('撤销了的不影响，没有恢复权利的一直影响', () => {
    expect(barsExcellence(only(sanction('partyWarning', '2025-03-10', { revision: 'revoked', revisedOn: '2025-04-01' }), '2025-05-01'), 2025, 2)).toBe(false)
    expect(barsExcellence(only(sanction('partyProbation', '2025-03-10'), '2029-05-01'), 2029, 2)).toBe(true)
  })
})
