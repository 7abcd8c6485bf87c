import { expect, test } from 'vitest'
import { codesOf } from '../support/importing.ts'
import { registerOffice, wang } from '../support/registers.ts'

const refused = (path: string, message: string) => ({ facts: { issues: [{ path, message }] } })

test('a commendation, a pledge and a review are about one person or one organization, and about the right one', async () => {
  const { create, idOfName } = await registerOffice()
  const [personId, organizationId] = [idOfName('王强'), idOfName('机电党支部')]
  const title = { name: '优秀共产党员', kind: 'member', awardedOn: '2025-06-29' }
  expect(await create('award', { ...title, personId })).toMatchObject({ personId, organizationId: null })
  await expect(create('award', title)).rejects.toMatchObject(refused('personId', '姓名和党组织要填一项'))
  await expect(create('award', { ...title, personId, organizationId, kind: 'other' })).rejects.toMatchObject(
    refused('organizationId', '姓名和党组织只填一项：个人填姓名，集体填党组织'),
  )
  await expect(create('award', { ...title, organizationId })).rejects.toMatchObject(refused('kind', '这一类表彰的是个人，不填党组织'))
  await expect(create('pledge', { pledgedOn: '2025-02-10', content: '联系一名困难学生' })).rejects.toMatchObject(refused('personId', '姓名和党组织要填一项'))
  const reviewed = { reviewedOn: '2025-12-10', standard: 'organization', class: 'met' }
  await expect(create('excellenceReview', { ...reviewed, personId })).rejects.toMatchObject(refused('standard', '五个好党组织考评的是党组织，不填姓名'))
  await expect(create('excellenceReview', { ...reviewed, organizationId, class: 'weak' })).rejects.toMatchObject(refused('rectifyBy', '软弱涣散的要填整改期限'))
})

test('nothing is answered, ended or returned from before it began', async () => {
  const { create, idOfName } = await registerOffice()
  const personId = idOfName('王强')
  const said = { receivedOn: '2025-03-10', channel: 'box', content: '图书馆周末闭馆早', hot: false }
  await expect(create('opinion', { ...said, repliedOn: '2025-03-01' })).rejects.toMatchObject(refused('repliedOn', '答复日期早于收到日期'))
  await expect(create('opinion', { ...said, satisfied: 'satisfied' })).rejects.toMatchObject(refused('repliedOn', '有满意程度时要填答复日期'))
  await expect(create('floatingOut', { personId, leftOn: '2025-03-10', place: '深圳', returnedOn: '2025-02-01' })).rejects.toMatchObject(
    refused('returnedOn', '返回日期早于流出日期'),
  )
  await expect(create('hardship', { personId, since: '2025-03-10', cause: 'illness', helperId: personId })).rejects.toMatchObject(
    refused('helperId', '帮扶责任人不能是本人'),
  )
  await expect(create('award', { personId, name: '优秀共产党员', kind: 'member', awardedOn: '2025-06-20', publicUntil: '2025-06-21' })).rejects.toMatchObject(
    refused('awardedOn', '公示还没有结束就表彰'),
  )
})

test('a member of another place has a sex that follows from the number, and the number is checked; without one the name is enough', async () => {
  const { create } = await registerOffice()
  const came = { name: '周明', homeBranch: '某村党支部', arrivedOn: '2025-03-10' }
  expect(await create('floatingIn', came)).toMatchObject({ sex: null, idNumber: null })
  expect(await create('floatingIn', { ...came, idNumber: '11010519491231002X' })).toMatchObject({ sex: 'female' })
  await expect(create('floatingIn', { ...came, idNumber: '11010519491231002X', sex: 'male' })).rejects.toMatchObject(refused('sex', '与身份号码不符：号码为女'))
  await expect(create('floatingIn', { ...came, idNumber: '110105194912310021' })).rejects.toMatchObject({ facts: { issues: [{ path: 'idNumber' }] } })
})

test('an office’s own list of 两节慰问 goes in, its money in 元; the same list again changes nothing', async () => {
  const { sheet, write, records: kept, idOfName } = await registerOffice()
  const file = await sheet([
    ['2025年春节走访慰问困难党员、老党员情况汇总表'],
    ['序号', '姓名', '所在党支部', '慰问对象类别', '困难情况', '慰问时间', '事由', '慰问金额（元）', '慰问物品', '慰问领导', '资金来源', '签收'],
    [1, '王强', '机电党支部', '困难党员', '患慢性病', '2025年1月20日', '春节慰问', '1,000', '大米、食用油', '赵敏', '留存党费', '王强'],
    [2, '李芳', '建工党支部', '年老体弱党员', '', '2025.1.21', '春节', 500, '无', '赵敏', '行政经费', ''],
    ['合计', '', '', '', '', '', '', 1500],
  ])
  expect(await write('comfortVisit', file)).toMatchObject({ read: 2, created: 2, faults: [], written: true })
  const visits = (await kept('comfortVisit')).toSorted((a, b) => String(a['visitedOn']).localeCompare(String(b['visitedOn'])))
  expect(visits).toMatchObject([
    {
      personId: idOfName('王强'),
      visitedOn: '2025-01-20',
      occasion: 'spring',
      category: 'poor',
      amount: 100_000,
      goods: '大米、食用油',
      fund: 'fee',
      by: '赵敏',
    },
    { personId: idOfName('李芳'), visitedOn: '2025-01-21', category: 'veteran', amount: 50_000, goods: null, fund: 'unit' },
  ])
  expect(await write('comfortVisit', file)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
})

test('流出台账 as offices keep it goes in: 去向, 活动证 and who keeps in touch; a stranger among them is a fault of the row', async () => {
  const { sheet, write, records: kept, idOfName } = await registerOffice()
  const file = await sheet([
    [
      '序号',
      '姓名',
      '身份证号',
      '所在支部',
      '联系电话',
      '外出事由',
      '流出时间',
      '流向省市县',
      '从业单位',
      '活动证编号',
      '发证时间',
      '结对联系人',
      '流入地党组织',
      '返乡日期',
      '备注',
    ],
    [1, '王强', wang, '机电党支部', '13812346027', '外出务工', '2025/3/1', '广东深圳', '某电子厂', '2025001', '2025/2/26', '李芳', '某街道党支部', '', ''],
    [2, '周明', '', '机电党支部', '', '经商', '2025/4/1', '浙江义乌', '', '', '', '', '', '', ''],
  ])
  const outcome = await write('floatingOut', file, { goodRows: true })
  expect(codesOf(outcome.faults)).toEqual(['3 unknownPerson'])
  expect(await kept('floatingOut')).toMatchObject([
    {
      personId: idOfName('王强'),
      leftOn: '2025-03-01',
      reason: 'work',
      place: '广东深圳',
      phone: '13812346027',
      cardNumber: '2025001',
      cardIssuedOn: '2025-02-26',
      helperId: idOfName('李芳'),
      hostBranch: '某街道党支部',
      returnedOn: null,
    },
  ])
})

test('what was collected goes in by channel in other words; an unknown channel is told with what is allowed', async () => {
  const { sheet, write, records: kept, idOfName } = await registerOffice()
  const file = await sheet([
    ['登记时间', '反映渠道', '党支部', '提出人', '意见建议', '是否热点难点', '承办部门', '办理期限', '回复时间', '办理结果', '满意度'],
    ['2025-03-10', '书记信箱', '机电党支部', '', '图书馆周末闭馆早', '是', '图书馆', '2025-04-10', '2025-03-20', '周末延长到 21:30', '满意'],
    ['2025-03-11', '飞鸽', '机电党支部', '', '食堂菜少', '', '', '', '', '', ''],
  ])
  const outcome = await write('opinion', file, { goodRows: true })
  expect(codesOf(outcome.faults)).toEqual(['3 badChoice'])
  expect(await kept('opinion')).toMatchObject([
    { channel: 'box', organizationId: idOfName('机电党支部'), hot: true, assignedTo: '图书馆', repliedOn: '2025-03-20', satisfied: 'satisfied' },
  ])
})

test('a phone of someone away is masked in the list, and a branch sees its own of them only', async () => {
  const { call, create, idOfName } = await registerOffice()
  for (const name of ['王强', '李芳']) await create('floatingOut', { personId: idOfName(name), leftOn: '2025-03-01', place: '深圳', phone: '13812346027' })
  const { total, rows } = await call('records.list', { type: 'floatingOut', organizationId: idOfName('机电党支部') })
  expect({ total, phones: rows.map(row => row['phone']), people: rows.map(row => row['personId']) }).toEqual({
    total: 1,
    phones: ['138****6027'],
    people: [idOfName('王强')],
  })
})
