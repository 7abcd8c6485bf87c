import { expect, test } from 'vitest'
import { codesOf, importer } from '../support/importing.ts'

const header = ['受处分人', '处分种类', '处分日期', '察看期', '恢复权利时间', '处分文号', '复议结果', '变更日期', '变更后处分', '影响期至']

test('an office’s own ledger of 处分 comes in under its own headings and words; what does not fit together is a fault of its row', async () => {
  const t = await importer()
  await t.branches('机电党支部')
  await t.write(
    'people',
    await t.file([
      {
        name: '花名册',
        rows: [
          ['姓名', '公民身份号码', '党支部', '人员类别'],
          ['王强', '11010519491231002X', '机电党支部', '正式党员'],
        ],
      },
    ]),
  )
  const sheet = await t.file([
    {
      name: '处分台账',
      rows: [
        header,
        ['王强', '严重警告', '2024.3.10', '', '', '纪〔2024〕3 号', '变更', '2024-06-01', '党内警告', ''],
        ['王强', '行政记过', '2024年3月11日', '', '', '', '', '', '', ''],
        ['王强', '留党察看', '2020-05-20', 2, '2022-05-20', '', '', '', '', ''],
        ['王强', '留党察看', '2023-05-20', '', '', '', '', '', '', ''],
        ['王强', '记大过', '2023-05-21', '', '', '', '变更', '2023-06-01', '', ''],
        ['王强', '警告', '2023-05-22', '', '', '', '', '', '', ''],
      ],
    },
  ])
  const outcome = await t.write('sanction', sheet, { goodRows: true })
  expect(codesOf(outcome.faults)).toEqual(['5 missing', '6 missing', '7 badChoice'])
  expect(
    (await t.records('sanction'))
      .map(({ kind, family, approvedOn, probationYears, restoredOn, revision, revisedTo }) => [
        approvedOn,
        kind,
        family,
        probationYears,
        restoredOn,
        revision,
        revisedTo,
      ])
      .toSorted(),
  ).toEqual([
    ['2020-05-20', 'partyProbation', 'party', 2, '2022-05-20', null, null],
    ['2024-03-10', 'partySevereWarning', 'party', null, null, 'changed', 'partyWarning'],
    ['2024-03-11', 'demerit', 'state', null, null, null, null],
  ])
})
