/** Headings of the groups of a person's form, by their first field. */
export const personHeadings: Readonly<Record<string, string>> = {
  name: '身份',
  nation: '民族与学历',
  organizationId: '党内',
  joinedOn: '党籍与职级',
  workPost: '工作与联系',
  mobility: '流动与免学时',
  remark: '其他',
}
