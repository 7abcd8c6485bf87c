import type { NationalRule } from './document.ts'

/** Rules about elections, terms and meetings of organizations, and about petitions. */
export const organizationRules: readonly NationalRule[] = [
  {
    title: '中国共产党基层组织选举工作条例（2020）',
    issuer: '中共中央',
    issuedOn: '2020-07-13',
    clauses: [
      { code: '第三条', phrase: '延期或者提前换届', number: '1 年', text: '延长或者提前期限一般不超过1年', mechanism: 'M091' },
      {
        code: '第四条',
        phrase: '召开党员代表大会',
        number: '500 名',
        text: '党员人数在500名以上或者所辖党组织驻地分散的，经上级党组织批准，可以召开党员代表大会',
        mechanism: 'M151',
      },
      { code: '第五条', phrase: '选举权', text: '被依法留置、逮捕的，党组织应当按照管理权限中止', mechanism: 'M091' },
      { code: '摘 1', phrase: '委员候选人差额', number: '20%', text: '不少于应选人数的20%', mechanism: 'M091' },
      { code: '摘 2', phrase: '会议有效的人数', number: '五分之四', text: '实到会有选举权人数不少于应到会有选举权人数的五分之四，会议有效', mechanism: 'M091' },
      {
        code: '摘 3',
        phrase: '当选票数的基数',
        number: '过半数',
        text: '摘要：赞成票超过半数当选；以应到会还是实到会有选举权人数为基数，所见说法不一。',
        open: true,
        mechanism: 'M091',
      },
    ],
  },
  {
    title: '关于党的基层组织任期的意见（2018）',
    issuer: '中共中央办公厅',
    issuedOn: '2018-07-12',
    clauses: [
      {
        code: '摘 1',
        phrase: '基层组织任期',
        number: '5 / 3 年',
        text: '摘要：党的基层委员会每届任期5年，总支部委员会、支部委员会3年，村和社区5年。',
        mechanism: 'M091',
      },
    ],
  },
  {
    title: '县以上党和国家机关党员领导干部民主生活会若干规定',
    issuer: '中共中央',
    issuedOn: null,
    clauses: [
      {
        code: '摘 1',
        phrase: '民主生活会',
        number: '每年 1 次',
        text: '摘要：民主生活会每年召开1次，一般安排在第四季度；提前或者推迟须经上级同意。',
        mechanism: 'M094',
      },
      { code: '摘 2', phrase: '到会人数', number: '三分之二', text: '到会人数必须达到应到会人数的2/3以上', mechanism: 'M094' },
      { code: '摘 3', phrase: '会后报告', number: '15 天', text: '摘要：会后15天内向上级报告。', open: true, mechanism: 'M094' },
    ],
  },
  {
    title: '信访工作条例（2022）',
    issuer: '中共中央、国务院',
    issuedOn: null,
    clauses: [
      { code: '第二十二条', phrase: '登记、转送、交办', number: '15 日', text: '在15日内', mechanism: 'M055' },
      {
        code: '第二十三条',
        phrase: '受理告知；提出异议',
        number: '15 日；5 个工作日',
        text: '自收到信访事项之日起15日内书面告知\n5个工作日内提出异议',
        mechanism: 'M055',
      },
      {
        code: '第三十一条',
        phrase: '六类事项分类处理',
        number: '6 类',
        text: '摘要：第（六）项以外的各类，按各自的程序办理；第（六）项听取陈述、调查核实、出具信访处理意见书。',
        mechanism: 'M055',
      },
      { code: '第三十四条', phrase: '办结期限', number: '60 日', text: '对本条例第三十一条第六项规定的信访事项应当自受理之日起60日内办结', mechanism: 'M055' },
      { code: '第三十五条', phrase: '复查', number: '30 日', text: '摘要：30日内请求复查，30日内答复。', mechanism: 'M055' },
      { code: '第三十六条', phrase: '复核', number: '30 日', text: '摘要：30日内请求复核，30日内答复；听证所需时间不计入。', mechanism: 'M055' },
    ],
  },
]
