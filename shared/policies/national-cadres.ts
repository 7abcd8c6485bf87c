import type { NationalRule } from './document.ts'

/** Rules about cadres, their training, discipline and supervision, and about days. */
export const cadreRules: readonly NationalRule[] = [
  {
    title: '干部教育培训工作条例（2023）',
    issuer: '中共中央',
    issuedOn: null,
    clauses: [
      {
        code: '第十四、十五条',
        phrase: '干部脱产培训',
        number: '550 / 90 学时',
        text: '摘要：县处级以上干部每5年累计3个月或者550学时以上；乡科级以下干部每年累计12天或者90学时以上；未达要求提任的，提任后1年内完成。',
        mechanism: 'M134',
      },
    ],
  },
  {
    title: '全国干部教育培训规划（2023—2027年）',
    issuer: null,
    issuedOn: null,
    clauses: [{ code: '摘 1', phrase: '网络自学', number: '50 学时', text: '各类别干部每年参加网络自学不少于50学时', mechanism: 'M158' }],
  },
  {
    title: '2019—2023年全国党员教育培训工作规划',
    issuer: '中共中央办公厅',
    issuedOn: null,
    superseded: true,
    remark: '2024—2028 年规划已经印发，没有取得全文，学时数待核。',
    clauses: [
      {
        code: '摘 1',
        phrase: '书记和班子成员培训',
        number: '56 学时',
        text: '摘要：基层党组织书记和班子成员每年集中学习培训不少于56学时，至少参加1次集中培训；新任书记半年内培训。',
        open: true,
        mechanism: 'M159',
      },
    ],
  },
  {
    title: '党政领导干部选拔任用工作条例（2019）',
    issuer: '中共中央',
    issuedOn: '2019-03-03',
    remark: '第三十四至四十一条和交流、任职回避、试用期、任职谈话各条的条号未核。',
    clauses: [
      { code: '第七条', phrase: '基本条件', text: '必须信念坚定、为民服务、勤政务实、敢于担当、清正廉洁，具备下列基本条件', mechanism: 'M029' },
      { code: '第八条', phrase: '资格：工龄和基层经历', number: '5 年；2 年', text: '应当具有5年以上工龄和2年以上基层工作经历', mechanism: 'M029' },
      { code: '第十八条', phrase: '换届时的会议推荐', text: '参考人选应当差额提出', mechanism: 'M029' },
      { code: '第二十条', phrase: '个别提拔任职的推荐', text: '先进行谈话调研推荐的，可以提出会议推荐参考人选，参考人选应当差额提出', mechanism: 'M029' },
      {
        code: '第二十四条',
        phrase: '不得列为考察对象',
        number: '7 种情形',
        text: '违反政治纪律和政治规矩的\n群众公认度不高的\n上一年年度考核结果为基本称职以下等次的\n有跑官、拉票等非组织行为的\n除特殊岗位需要外，配偶已移居国（境）外，或者没有配偶但子女均已移居国（境）外的\n受到诫勉、组织处理或者党纪政务处分等影响期未满或者期满影响使用的\n其他原因不宜提拔或者进一步使用的',
        mechanism: 'M029',
      },
      {
        code: '第三十一条',
        phrase: '凡提四必；廉洁自律结论性意见',
        number: '4 必；2 人签字',
        text: '必须严格审核考察对象的干部人事档案，查核个人有关事项报告，就党风廉政情况听取纪检监察机关意见，对反映问题线索具体、有可查性的信访举报进行核查\n必须就考察对象廉洁自律情况提出结论性意见，并由党委（党组）书记、纪委书记（纪检监察组组长）签字',
        mechanism: 'M029',
      },
      { code: '第三十三条', phrase: '考察组', number: '2 名以上', text: '考察组由两名以上成员组成', mechanism: 'M029' },
      { code: '第四十二条', phrase: '任职前公示', number: '5 个工作日', text: '公示期不少于五个工作日。公示结果不影响任职的，办理任职手续', mechanism: 'M029' },
      { code: '第五十三条', phrase: '选拔任用工作回避', text: '讨论干部任免，涉及与会人员本人及其亲属的，本人必须回避', mechanism: 'M029' },
      { code: '摘 1', phrase: '讨论决定的到会人数', number: '三分之二', text: '必须有三分之二以上成员到会', mechanism: 'M029' },
      {
        code: '摘 2',
        phrase: '逐一表态，主要负责人末位表态',
        text: '应当逐一发表同意、不同意或者缓议等明确意见，党委（党组）主要负责人应当最后表态',
        mechanism: 'M029',
      },
      { code: '摘 3', phrase: '形成决定', number: '过半数', text: '以党委（党组）应到会成员超过半数同意形成决定', mechanism: 'M029' },
      { code: '摘 4', phrase: '推荐结果有效期', number: '1 年', text: '一年内有效', mechanism: 'M029' },
      {
        code: '摘 5',
        phrase: '破格提拔',
        text: '任职试用期未满或者提拔任职不满一年的，不得破格提拔。不得在任职年限上连续破格。不得越两级提拔',
        open: true,
        mechanism: 'M029',
      },
    ],
  },
  {
    title: '党政领导干部任职试用期暂行规定（2001）',
    issuer: '中共中央组织部',
    issuedOn: '2001-02-06',
    clauses: [
      { code: '第三条', phrase: '试用期', number: '1 年', text: '试用期为一年，从任免机关发出试用任职通知时计算', mechanism: 'M029' },
      { code: '第七条', phrase: '试用期计入任职时间', text: '试用期计入任职时间', mechanism: 'M029' },
    ],
  },
  {
    title: '中国共产党纪律处分条例（2023）',
    issuer: '中共中央',
    issuedOn: '2023-12-19',
    clauses: [
      {
        code: '第十条',
        phrase: '警告、严重警告的影响期',
        number: '1 年；1 年半',
        text: '不得在党内提拔职务或者进一步使用，也不得向党外组织推荐担任高于其原任职务的党外职务或者进一步使用',
      },
      {
        code: '第十一条',
        phrase: '撤销党内职务的影响期',
        number: '2 年',
        text: '二年内不得在党内担任和向党外组织推荐担任与其原任职务相当或者高于其原任职务的职务',
      },
      { code: '第十二条', phrase: '留党察看', number: '1 / 2 年', text: '摘要：最长2年；察看期间没有表决权、选举权和被选举权；恢复权利后2年为影响期。' },
      { code: '摘 1', phrase: '开除党籍后重新入党', number: '5 年', text: '五年内不得重新入党', open: true },
    ],
  },
  {
    title: '中华人民共和国公职人员政务处分法（2020）',
    issuer: '全国人民代表大会常务委员会',
    issuedOn: null,
    clauses: [
      { code: '第八条', phrase: '政务处分的期间', number: '6 / 12 / 18 / 24 个月', text: '自作出之日起生效，政务处分期自政务处分决定生效之日起计算' },
      { code: '第十五条', phrase: '合并处分的期间', number: '48 个月', text: '最长不得超过四十八个月' },
      { code: '第二十六条', phrase: '期满解除', text: '政务处分期满后自动解除' },
      { code: '第五十二条', phrase: '被调查期间', text: '摘要：被立案调查期间不得交流、晋升、奖励或者办理退休。' },
      {
        code: '第五十四条',
        phrase: '处分决定的执行',
        number: '1 个月',
        text: '摘要：决定书存入本人档案；降级以上的，1个月内办理职务、工资变更，特殊情况最长6个月。',
      },
    ],
  },
  {
    title: '中国共产党组织处理规定（试行）（2021）',
    issuer: null,
    issuedOn: '2021-03-19',
    clauses: [
      { code: '第三条', phrase: '组织处理的种类', number: '5 种', text: '摘要：停职检查、调整职务、责令辞职、免职、降职。', mechanism: 'M030' },
      { code: '第十一条', phrase: '停职检查的期限', number: '6 个月', text: '停职检查期限一般不超过6个月', mechanism: 'M030' },
      {
        code: '摘 1',
        phrase: '调整职务、责令辞职、免职、降职的影响期',
        number: '1–2 年',
        text: '摘要：调整职务1年；责令辞职、免职1年内不安排领导职务、2年内不得提拔；降职2年。',
        open: true,
        mechanism: 'M030',
      },
    ],
  },
  {
    title: '中国共产党党内监督条例（2016）',
    issuer: null,
    issuedOn: null,
    clauses: [
      {
        code: '第二十一条',
        phrase: '提醒谈话、诫勉谈话',
        text: '摘要：苗头性问题提醒谈话；轻微违纪诫勉谈话，由本人写出书面说明或者检讨，经单位主要负责人签字报上级。',
        mechanism: 'M169',
      },
    ],
  },
  {
    title: '领导干部报告个人有关事项规定（2017）',
    issuer: '中共中央办公厅、国务院办公厅',
    issuedOn: '2017-02-08',
    clauses: [
      { code: '第二条', phrase: '报告的范围', text: '摘要：县处级副职以上干部，含非领导职务；退出现职尚未办理退休手续的也报告。', mechanism: 'M169' },
      {
        code: '第三条',
        phrase: '家事',
        number: '8 项',
        text: '摘要：婚姻、普通护照和因私出国、港澳台证件和往来、子女婚姻、移居、从业、被追究刑事责任等8项。',
        mechanism: 'M169',
      },
      {
        code: '第四条',
        phrase: '家产',
        number: '6 项',
        text: '摘要：工资奖金津贴、劳务所得、房产、股票基金投资型保险、经商办企业、国（境）外存款和投资6项。',
        mechanism: 'M169',
      },
      { code: '第五条', phrase: '集中报告', number: '1 月 31 日前', text: '摘要：每年1月31日前集中报告。', mechanism: 'M169' },
    ],
  },
  {
    title: '全国年节及纪念日放假办法（2024）',
    issuer: '国务院',
    issuedOn: '2024-11-10',
    clauses: [
      {
        code: '第二条',
        phrase: '全体公民放假的节日',
        number: '13 天',
        text: '摘要：元旦1天，春节4天，清明节1天，劳动节2天，端午节1天，中秋节1天，国庆节3天。',
      },
    ],
  },
  {
    title: '国务院办公厅关于部分节假日安排的通知（2024—2026年）',
    issuer: '国务院办公厅',
    issuedOn: null,
    clauses: [
      { code: '2024 年', phrase: '放假和调休', number: '251 个工作日', text: '摘要：放假28天，调休上班8天。' },
      { code: '2025 年', phrase: '放假和调休', number: '248 个工作日', text: '摘要：放假28天，调休上班5天。' },
      { code: '2026 年', phrase: '放假和调休', number: '248 个工作日', text: '摘要：放假33天，调休上班6天。' },
    ],
  },
  {
    title: '关于实施渐进式延迟法定退休年龄的决定（2024）',
    issuer: '全国人民代表大会常务委员会',
    issuedOn: '2024-09-13',
    clauses: [
      {
        code: '办法第一条',
        phrase: '法定退休年龄',
        number: '63 / 58 / 55 周岁',
        text: '法定退休年龄每四个月延迟一个月，分别逐步延迟至六十三周岁和五十八周岁；原法定退休年龄为五十周岁的女职工，法定退休年龄每二个月延迟一个月',
      },
    ],
  },
]
