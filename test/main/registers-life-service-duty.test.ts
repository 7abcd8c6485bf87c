import { expect, test } from 'vitest'
import { codesOf } from '../support/importing.ts'
import { registerOffice } from '../support/registers.ts'

test('days of fieldwork follow from the dates where none are given, may be halves, and are never more than the calendar has', async () => {
  const { create, idOfName } = await registerOffice()
  const went = { personId: idOfName('王强'), place: '东溪镇' }
  expect(await create('fieldwork', { ...went, startsOn: '2025-03-03', endsOn: '2025-03-05' })).toMatchObject({ days: 3 })
  expect(await create('fieldwork', { ...went, startsOn: '2025-04-01' })).toMatchObject({ endsOn: '2025-04-01', days: 1 })
  expect(await create('fieldwork', { ...went, startsOn: '2025-05-06', endsOn: '2025-05-07', days: 1.5 })).toMatchObject({ days: 1.5 })
  await expect(create('fieldwork', { ...went, startsOn: '2025-06-03', endsOn: '2025-06-04', days: 3 })).rejects.toMatchObject({
    facts: { issues: [{ path: 'days', code: 'badDays', message: '起止一共 2 天，不能计 3 天' }] },
  })
  await expect(create('fieldwork', { ...went, startsOn: '2025-06-03', endsOn: '2025-06-01' })).rejects.toMatchObject({
    facts: { issues: [{ path: 'endsOn', code: 'dateOrder', message: '结束日期早于开始日期' }] },
  })
})

test('nobody talks with himself, criticises himself as another, or signs a letter that nobody signs', async () => {
  const { create, idOfName } = await registerOffice()
  const [me, other] = [idOfName('王强'), idOfName('李芳')]
  await expect(create('talk', { personId: me, talkerId: me, talkedOn: '2025-03-03' })).rejects.toMatchObject({
    facts: { issues: [{ path: 'talkerId', code: 'samePerson' }] },
  })
  const said = { personId: me, occurredOn: '2025-01-20', content: '联系群众不够' }
  await expect(create('criticism', { ...said, kind: 'self', byId: other })).rejects.toMatchObject({ facts: { issues: [{ code: 'notForSelf' }] } })
  await expect(create('criticism', { ...said, kind: 'mutual', byId: me })).rejects.toMatchObject({ facts: { issues: [{ code: 'samePerson' }] } })
  await expect(create('dutyLetter', { year: 2025, signedOn: '2025-01-10' })).rejects.toMatchObject({ facts: { issues: [{ code: 'missingSigner' }] } })
  await expect(create('dutyLetter', { year: 25, personId: me, signedOn: '2025-01-10' })).rejects.toMatchObject({ facts: { issues: [{ code: 'badYear' }] } })
})

test('a matter is not answered or closed before it came', async () => {
  const { create } = await registerOffice()
  const came = { receivedOn: '2025-03-10', visitor: '赵大妈', way: 'inPerson', matter: '反映路灯不亮', firstReceiver: '周敏' }
  await expect(create('visitMatter', { ...came, repliedOn: '2025-03-01', closedOn: '2025-03-02' })).rejects.toMatchObject({
    facts: {
      issues: [
        { path: 'repliedOn', message: '答复日期早于登记日期' },
        { path: 'closedOn', message: '办结日期早于登记日期' },
      ],
    },
  })
  expect(await create('visitMatter', { ...came, repliedOn: '2025-03-10' })).toMatchObject({ closedOn: null })
})

test('an office’s own table of talks goes in: 四个及时谈 in its words, who talked with whom by name', async () => {
  const { sheet, write, records: kept, idOfName } = await registerOffice()
  const file = await sheet([
    ['谈心谈话记录表'],
    ['序号', '谈话人', '谈话对象', '时间', '地点', '谈话类型', '事由', '内容', '解决措施'],
    [1, '王强', '李芳', '2025年3月4日', '办公室', '工作受挫', '项目未获批', '分析原因', '下批再报'],
    [2, '李芳', '王强', '2025/6/30', '', '受到表彰', '', '戒骄戒躁', ''],
    [3, '王强', '钱多', '2025/7/1', '', '', '', '', ''],
  ])
  const { faults } = await write('talk', file)
  expect(codesOf(faults)).toEqual(['5 unknownPerson'])
  expect(await write('talk', file, { goodRows: true })).toMatchObject({ created: 2, written: true })
  const talks = (await kept('talk')).toSorted((a, b) => String(a['talkedOn']).localeCompare(String(b['talkedOn'])))
  expect(talks).toMatchObject([
    { personId: idOfName('李芳'), talkerId: idOfName('王强'), talkedOn: '2025-03-04', occasion: 'setback', matter: '项目未获批', measures: '下批再报' },
    { personId: idOfName('王强'), talkerId: idOfName('李芳'), talkedOn: '2025-06-30', occasion: 'honour', place: null },
  ])
})

test('an office’s own tables of inspections, expenses and reports go in by the names of their branches', async () => {
  const { sheet, write, records: kept, idOfName } = await registerOffice()
  const inspections = await sheet([
    ['被检查单位', '检查时间', '检查方式', '检查内容', '存在问题', '整改时限', '得分'],
    ['机电党支部', '2025.4.10', '不定期抽查', '经常性教育、流动党员管理', '记录不全', '2025.5.10', '92.5分'],
  ])
  expect(await write('inspection', inspections)).toMatchObject({ created: 1, faults: [] })
  expect(await kept('inspection')).toMatchObject([
    { organizationId: idOfName('机电党支部'), kind: 'spot', subjects: ['education', 'floating'], rectifyBy: '2025-05-10', score: 92.5 },
  ])
  const expenses = await sheet([
    ['使用单位', '日期', '支出项目', '金额', '资金来源', '凭证号'],
    ['建工党支部', '2025-06-20', '慰问困难党员', '1,250.50', '留存党费', '记-18'],
  ])
  expect(await write('expense', expenses)).toMatchObject({ created: 1, faults: [] })
  expect(await kept('expense')).toMatchObject([{ organizationId: idOfName('建工党支部'), amount: 125_050, source: 'dues', voucher: '记-18' }])
  const reports = await sheet([
    ['报送单位', '年度', '报告类型', '报送时间'],
    ['机电党支部', '2025年度', '书面报告', '2025-12-20'],
    ['建工党支部', 2025, '述职述廉', '2025-12-28'],
  ])
  expect(await write('writtenReport', reports)).toMatchObject({ created: 2, faults: [] })
  expect((await kept('writtenReport')).map(r => [r['year'], r['kind']])).toEqual([
    [2025, 'yearly'],
    [2025, 'duty'],
  ])
})

test('a register of organizations is searched by their name and its initials', async () => {
  const { create, call, idOfName } = await registerOffice()
  for (const name of ['机电党支部', '建工党支部']) await create('inspection', { organizationId: idOfName(name), inspectedOn: '2025-04-10', kind: 'spot' })
  const found = async (search: string) => (await call('records.list', { type: 'inspection', search })).rows.map(row => row['organizationId'])
  expect(await found('机电')).toEqual([idOfName('机电党支部')])
  expect(await found('jgd')).toEqual([idOfName('建工党支部')])
  expect(await found('后勤')).toEqual([])
})
