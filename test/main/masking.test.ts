import { expect, test } from 'vitest'
import { records } from '../../shared/domain/index.ts'
import { checkCharacter, maskIdNumber } from '../../shared/rules/id-number.ts'
import { importer } from '../support/importing.ts'
import { idNumberOf, smallOffice } from '../support/office.ts'

const [number, phone] = ['110105197912310007', '13812346027']
const shown = { idNumber: '1101**********0007', phone: '138****6027' }

/** One member with a phone, and what a form does with the record. */
async function office() {
  const t = await smallOffice()
  const id = await t.member({ idNumber: number, phone })
  const reveal = async (field: 'idNumber' | 'phone') => (await t.call('records.reveal', { type: 'person', id, field })).value
  const form = async () => {
    const record = await t.read('person', id)
    return { version: Number(record['version']), draft: Object.fromEntries(Object.keys(records.person.fields).map(key => [key, record[key]])) }
  }
  const save = async (change: object) => {
    const { version, draft } = await form()
    return t.call('records.update', { type: 'person', id, version, draft: { ...draft, ...change } })
  }
  return { ...t, id, reveal, save, form }
}

test('no reply but that of a look has an ID number or a phone whole, whoever asks', async () => {
  const { call, id, first, save, failures } = await office()
  await call('person.transfer', { ids: [id], organizationId: first, movedOn: '2025-01-01' })
  const one = { type: 'person', id } as const
  const replies = [
    await call('records.get', one),
    await call('records.list', { type: 'person' }),
    await save({ nation: '畲族' }),
    await call('records.void', { ...one, version: 2, reason: '重复录入' }),
    await call('records.restore', { ...one, version: 3, reason: '误作废' }),
    await call('records.history', one),
    await call('person.timeline', { id }),
    await call('search.all', { text: '0007' }),
    await call('people.match', { texts: [number] }),
    await call('attendance.roll', { on: '2025-06-01', committeeOnly: false }),
    await call('quota.people', { quota: 'study-hours', year: 2025 }),
    await call('undo.last', {}).catch((e: unknown) => e),
  ]
  const said = JSON.stringify(replies)
  expect(said.replaceAll(`"text":"${number}"`, '')).not.toContain(number)
  expect(said).not.toContain(phone)
  expect(replies[0]).toMatchObject({ record: shown })
  expect(failures).toEqual([])
})

test('a new record is masked in the reply that says it is written', async () => {
  const { call, form } = await office()
  const { draft } = await form()
  const again = { ...draft, name: '沈兰', idNumber: idNumberOf(7), phone: '13900001234', sex: null }
  expect(await call('records.create', { type: 'person', draft: again })).toMatchObject({ idNumber: maskIdNumber(idNumberOf(7)), phone: '139****1234' })
})

test('saving a form without touching the ID number keeps the ID number, and the history names only what was changed', async () => {
  const { call, save, reveal, id } = await office()
  expect(await save({ education: '大学本科' })).toMatchObject({ education: '大学本科', bornOn: '1979-12-31', ...shown })
  expect([await reveal('idNumber'), await reveal('phone')]).toEqual([number, phone])
  const history = await call('records.history', { type: 'person', id })
  expect(history[2]).toMatchObject({ action: 'records.update', changes: [{ label: '学历', before: '', after: '大学本科' }] })
})

test('a masked text that does not match what is kept is refused with a sentence, and nothing is written', async () => {
  const { call, save, reveal, form } = await office()
  const refused = (path: string, text: string) => ({
    code: 'input.invalid',
    facts: { issues: [{ path, code: 'masked', message: expect.stringContaining(`“${text}”遮住了几位，与在册的不符，没有写入`) }] },
  })
  await expect(save({ idNumber: '3505**********0007' })).rejects.toMatchObject(refused('idNumber', '3505**********0007'))
  await expect(save({ phone: '138****6028' })).rejects.toMatchObject(refused('phone', '138****6028'))
  await expect(save({ phone: shown.idNumber })).rejects.toMatchObject(refused('phone', shown.idNumber))
  const { draft } = await form()
  await expect(call('records.create', { type: 'person', draft })).rejects.toMatchObject({ code: 'input.invalid' })
  expect(await form()).toMatchObject({ version: 1 })
  expect([await reveal('idNumber'), await reveal('phone')]).toEqual([number, phone])
})

test('the ID number is changed by writing it whole, and birth and sex follow', async () => {
  const { save, reveal } = await office()
  const first17 = '11010519850307021'
  expect(await save({ idNumber: `${first17}${checkCharacter(first17)}`, sex: null, bornOn: null, phone: null })).toMatchObject({
    bornOn: '1985-03-07',
    sex: 'male',
    phone: null,
  })
  expect(await reveal('idNumber')).toBe(`${first17}${checkCharacter(first17)}`)
})

test('undo puts the whole number back', async () => {
  const { call, save, reveal } = await office()
  await save({ phone: '13900001234' })
  await call('undo.last', {})
  expect(await reveal('phone')).toBe(phone)
})

test('the history masks both sides of a change, and says so where the change lies behind the mask', async () => {
  const { call, save, id } = await office()
  await save({ phone: '13900001234' })
  await save({ phone: '13911111234' })
  const [behind, seen] = await call('records.history', { type: 'person', id })
  expect(seen?.changes).toMatchObject([{ label: '手机号码', before: '138****6027', after: '139****1234' }])
  expect(behind?.changes).toMatchObject([{ before: '139****1234', after: '139****1234（遮住的几位有改动）' }])
})

test('a roster with masked ID numbers is told to fill them in', async () => {
  const { file, preview } = await importer()
  const roster = [
    ['姓名', '公民身份号码', '所在党支部'],
    ['沈兰', '1101**********0007', '第一党支部'],
  ]
  const { rows } = await preview('people', await file([{ name: '花名册', rows: roster }]))
  expect(rows[0]?.faults).toContainEqual({ field: 'idNumber', code: 'idFormat', message: '“1101**********0007”遮住了几位，请填完整' })
})
