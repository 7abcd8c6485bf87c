import { choice, date, text } from '../records/fields.ts'
import { defineRecord } from '../records/record.ts'
import { isWeekend } from '../rules/workdays.ts'

export const dayKinds = { holiday: '放假', workday: '调休上班' } as const

/** The festivals that notices name, for typing. */
export const festivals = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节', '国庆节、中秋节'] as const

/** 工作日历: a day that a year's notice names, off or worked. Every other Monday to Friday is worked, every other weekend is off. */
export const calendarDay = defineRecord('calendarDay', {
  label: '工作日历',
  screen: '/workdays',
  fields: {
    date: date({ label: '日期', required: true, unique: true, also: ['日子', '放假日期', '调休日期'] }),
    kind: choice(dayKinds, {
      label: '放假或上班',
      required: true,
      also: ['类别', '性质', '安排'],
      aliases: { 休: 'holiday', 休息: 'holiday', 放假调休: 'holiday', 节假日: 'holiday', 班: 'workday', 上班: 'workday', 补班: 'workday', 调休: 'workday' },
    }),
    name: text({ label: '节日', required: true, also: ['节日名称', '名称', '节假日名称'], suggestions: festivals }),
    source: text({ label: '依据', also: ['文件', '通知'], help: '国务院办公厅关于某年部分节假日安排的通知' }),
  },
  title: 'date',
  list: ['date', 'kind', 'name', 'source'],
  form: [['date', 'kind'], ['name'], ['source']],
  check: day =>
    day.kind === 'workday' && !isWeekend(day.date)
      ? [{ field: 'kind', code: 'notWeekend', message: '周一至周五本来上班，调休上班只会是周六、周日；请核对日期' }]
      : [],
})

/** How a year's notice is called. */
export const noticeOf = (year: number): string => `国务院办公厅关于${year}年部分节假日安排的通知`
