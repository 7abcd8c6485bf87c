/** 廉政档案: its parts in the order of the file, with the headings of what stands in each. */
export const integritySections = {
  family: { label: '家庭成员和社会关系', heads: ['出生年月', '称谓姓名', '政治面貌、单位职务'] },
  personal: { label: '个人有关事项报告', heads: ['日期', '报告、查核', '情况'] },
  matters: { label: '个人重大事项报告', heads: ['报送日期', '事项', '答复'] },
  accounts: { label: '述职述廉、述责述廉', heads: ['日期', '报告', '评议和整改'] },
  ballots: { label: '民主测评', heads: ['日期', '测评', '结果'] },
  findings: { label: '巡视巡察、审计等发现的问题', heads: ['发现日期', '方式和类别', '问题和整改'] },
  petitions: { label: '信访核查结论', heads: ['办结日期', '编号和类别', '结论'] },
  admonitions: { label: '提醒、函询、诫勉', heads: ['日期', '方式和类别', '事由和结果'] },
  sanctions: { label: '处分和组织处理', heads: ['批准日期', '处分、处理', '影响期'] },
  rewards: { label: '奖惩情况', heads: ['日期', '名称', '说明'] },
  talks: { label: '廉政谈话', heads: ['日期', '类型', '事由和措施'] },
  grades: { label: '年度考核', heads: ['年度', '等次', '说明'] },
} as const
export type IntegritySectionName = keyof typeof integritySections
