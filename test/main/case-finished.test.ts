import { expect, test } from 'vitest'
import { caseRecord } from '../../shared/forms/case-record.ts'
import { membership } from '../../shared/procedures/membership.ts'
import { askedOf } from '../../shared/procedures/asked.ts'
import { smallOffice } from '../support/office.ts'

const steps = membership.rules.at(-1)?.steps ?? []

/** A course as the rules of 2026 have it: from the application to the archive, nothing early, late, short or out of order. */
const course: readonly (readonly [step: string, doneOn: string, startedOn?: string])[] = [
  ['application', '2026-06-01'],
  ['talk', '2026-07-01'],
  ['recommendation', '2026-08-03'],
  ['activistFiling', '2026-08-10'],
  ['contacts', '2026-08-12'],
  ['inspection', '2027-02-03'],
  ['inspection', '2027-08-03'],
  ['training', '2027-08-03'],
  ['consultation', '2027-08-09'],
  ['consent', '2027-08-16'],
  ['candidateNotice', '2027-08-24', '2027-08-17'],
  ['candidate', '2027-08-25'],
  ['sponsors', '2027-08-26'],
  ['course', '2027-09-08', '2027-09-06'],
  ['review', '2027-09-10'],
  ['committeeReview', '2027-09-13'],
  ['preview', '2027-09-30'],
  ['form', '2027-10-11'],
  ['meeting', '2027-10-30'],
  ['superiorTalk', '2027-11-25'],
  ['approval', '2028-01-30'],
  ['filing', '2028-02-01'],
  ['oath', '2028-02-29'],
  ['probationInspection', '2028-04-30'],
  ['probationInspection', '2028-10-30'],
  ['conversionApplication', '2028-10-30'],
  ['conversionOpinions', '2028-11-06'],
  ['conversionMeeting', '2028-11-10'],
  ['conversionApproval', '2029-02-10'],
  ['archive', '2029-02-20'],
]

test('发展党员细则（2026）：a case that went through all 25 steps in time has nothing remarked on, lacks nothing, and fills the 纪实表 line by line without typing', async () => {
  const { call, member, add, read } = await smallOffice({ today: '2029-03-05' })
  for (const name of ['周敏', '唐立']) await member({ name, fullMemberOn: '2010-07-01' })
  const personId = await member({ name: '沈听澜', category: 'applicant', joinedOn: null, fullMemberOn: null })
  const { caseIds } = await call('case.open', { procedure: 'membership', openedOn: '2026-06-01', owner: '周敏', personIds: [personId] })
  const [caseId = ''] = caseIds
  const given: Readonly<Record<string, unknown>> = { place: '教学楼公告栏', number: '院委〔2027〕3 号', opinion: '同意。', hours: 24, people: '周敏、唐立' }
  const votes = { eligible: 24, present: 22, agree: 21, against: 1, abstain: 0 }
  for (const [key, doneOn, startedOn = null] of course) {
    const step = steps.find(found => found.key === key)
    const asked = (step?.asks ?? []).flatMap(({ kind }): (readonly [string, unknown])[] => {
      if (kind === 'vote') return Object.entries(votes)
      return kind in given ? [[kind, given[kind]]] : []
    })
    const { remarks } = await call('case.record', {
      caseIds,
      step: key,
      draft: { ...Object.fromEntries(asked), startedOn, doneOn, result: step?.results?.[0]?.key ?? null },
    })
    expect(remarks, key).toEqual([])
    for (const { key: material, label, oneOf } of step?.materials ?? [])
      if (oneOf === undefined || step?.materials?.find(other => other.oneOf === oneOf)?.key === material)
        await add('caseMaterial', { caseId, step: key, material, name: label, madeOn: doneOn, pages: 2, file: null })
  }
  const whole = await call('case.get', { caseId })
  expect(whole.record).toMatchObject({ closedOn: '2029-02-20', outcome: '转为正式党员' })
  expect(await read('person', personId)).toMatchObject({ category: 'full' })
  expect(whole.steps.map(({ state, remarks, missing }) => [state, remarks.length, missing.length])).toEqual(whole.steps.map(() => ['done', 0, 0]))

  const { props } = await call('forms.preview', { form: 'caseRecord', params: { caseIds } })
  const [document] = caseRecord.props.parse(props).cases
  const lines = document?.phases.flatMap(({ lines: own }) => own) ?? []
  expect(lines).toHaveLength(course.length + 1)
  // What only an unusual result asks for (取消资格的审批) is no part of it.
  for (const step of steps.filter(({ detour }) => !detour)) {
    const own = lines.filter(line => line.step === step.label)
    const days = course.filter(([key]) => key === step.key).map(([, doneOn, startedOn]) => [startedOn, doneOn].filter(Boolean).join('至').replaceAll('-', '.'))
    expect(own.map(({ when }) => when)).toEqual(days)
    for (const line of own) {
      expect(line.no).toBe(String(step.no))
      for (const { kind, label } of askedOf(step).asks)
        if (kind === 'vote' || kind in given)
          expect(line.said).toContain(kind === 'vote' ? '表决：赞成 21，不赞成 1，弃权 0（应到 24，实到 22）' : `${label}：`)
      if ((step.results ?? []).length > 1) expect(line.said).toContain(`结果：${step.results?.[0]?.label ?? ''}`)
    }
    const groups = new Set(step.materials?.flatMap(({ oneOf }) => oneOf ?? []))
    const papers = own.at(-1)?.materials.split('；').filter(Boolean) ?? []
    const asked = (step.materials ?? []).filter(({ oneOf }) => oneOf === undefined).map(({ label }) => label)
    expect(papers).toEqual(expect.arrayContaining(asked))
    expect(new Set(papers).size).toBe(asked.length + groups.size)
  }
  expect([...new Set(lines.map(({ no }) => Number(no)))].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1))
  // The 19th is the year of probation itself: from the day of the meeting until the day from which full membership may be discussed.
  expect(lines.find(({ no }) => no === '19')).toMatchObject({ step: '预备期', when: '2027.10.30至2028.10.30' })
})
