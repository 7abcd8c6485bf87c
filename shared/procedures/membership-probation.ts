import { art, customary, material, months, phases } from './membership-towards.ts'
import type { Bound, Moment, Result, Step } from './procedure.ts'

/** 预备党员转为正式党员，或延长预备期，或取消预备党员资格，都应当经支部大会讨论通过和上级党组织批准. */
export const constitution = '《中国共产党章程》第七条'
/** Three months are asked for of 转正 (第三十三条); of the other two no text was seen that gives a number. */
export const likeConversion = `${constitution}；期限比照转正审批，待核`
const withinThreeMonths = (from: Moment): Bound => ({ from, span: { months: 3 }, words: '三个月内审批', clause: likeConversion })
const refused = (again: readonly string[]): Result => ({ key: 'refused', label: '不予批准，退回重新讨论', again })
const passed = { step: 'conversionMeeting', results: ['passed'] }
const conversion = ['conversionApplication', 'conversionOpinions', 'conversionMeeting', 'conversionApproval']

/** 第五阶段: the year of probation and what comes of it. */
export const probation: readonly Step[] = [
  {
    key: 'probationInspection',
    no: 20,
    label: '预备期考察',
    phase: phases[4],
    clause: art('第二十八条'),
    actor: '党支部',
    needs: ['oath'],
    repeats: { every: { months: 6 }, since: { step: 'meeting' }, until: 'conversionMeeting', words: '每半年考察一次', clause: customary },
    asks: [
      { kind: 'own', label: '本人自我鉴定' },
      { kind: 'sponsor', label: '入党介绍人意见' },
      { kind: 'opinion', label: '党支部考察意见' },
    ],
    materials: [material('form', '预备党员教育考察登记表')],
    forms: ['probationRecord'],
  },
  {
    key: 'conversionApplication',
    no: 21,
    label: '提交转正申请',
    phase: phases[4],
    clause: art('第三十二条'),
    actor: '预备党员',
    needs: ['oath'],
    earliest: [months('meeting', 12, '预备期一年，从支部党员大会通过之日算起', art('第三十一条'))],
    materials: [material('application', '转正申请书')],
  },
  {
    key: 'conversionOpinions',
    no: 22,
    label: '征求意见、支委会审查',
    phase: phases[4],
    clause: art('第三十二条'),
    actor: '党支部委员会',
    needs: ['conversionApplication'],
    asks: [
      { kind: 'sponsor', label: '入党介绍人意见' },
      { kind: 'group', label: '党小组、党员和群众意见' },
      { kind: 'opinion', label: '支委会审查意见' },
    ],
    materials: [material('minutes', '支委会会议记录')],
    forms: ['conversionNotice'],
  },
  {
    key: 'conversionMeeting',
    no: 23,
    label: '支部党员大会讨论转正',
    phase: phases[4],
    clause: art('第三十一条、第三十二条'),
    actor: '党支部',
    needs: ['conversionOpinions'],
    earliest: [months('meeting', 12, '预备期满', art('第三十一条'))],
    vote: 'conversionVote',
    results: [
      { key: 'passed', label: '按期转正' },
      {
        key: 'extended',
        label: '延长预备期',
        again: conversion,
        extends: {
          from: { step: 'meeting' },
          term: { months: 12 },
          least: { months: 6 },
          most: { months: 12 },
          words: '可以延长一次，不能少于半年，最长不超过一年',
          clause: art('第三十一条'),
        },
      },
      { key: 'cancelled', label: '取消预备党员资格' },
    ],
    asks: [
      { kind: 'vote', label: '票决' },
      { kind: 'until', label: '预备期延长至' },
    ],
    materials: [material('minutes', '支部大会会议记录'), material('tally', '票决结果汇总表')],
  },
  {
    key: 'conversionApproval',
    makes: 'full',
    no: 24,
    label: '上级党委审批转正',
    phase: phases[4],
    clause: art('第三十三条'),
    actor: '基层党委',
    needs: ['conversionMeeting'],
    when: passed,
    latest: [months('conversionMeeting', 3, '三个月内审批', art('第三十三条'))],
    asks: [{ kind: 'number', label: '批复文号' }],
    materials: [material('reply', '转正批复')],
    forms: ['conversionLetter'],
  },
  {
    key: 'extensionApproval',
    no: 24,
    label: '上级党委审批延长预备期',
    phase: phases[4],
    clause: constitution,
    actor: '基层党委',
    needs: [],
    // The meeting is to be held again at the new end: the approval is of the one that prolonged the term.
    when: { step: 'conversionMeeting', results: ['extended'], ever: true },
    detour: true,
    latest: [withinThreeMonths({ step: 'conversionMeeting', result: 'extended' })],
    results: [
      { key: 'approved', label: '批准' },
      { ...refused(['conversionMeeting', 'extensionApproval']), lifts: 'conversionMeeting' },
    ],
    asks: [{ kind: 'number', label: '批复文号' }],
    materials: [material('reply', '上级党委关于延长预备期的批复', { clause: constitution })],
    forms: ['conversionLetter'],
  },
  {
    key: 'cancellationApproval',
    no: 24,
    label: '上级党委审批取消资格',
    phase: phases[4],
    clause: constitution,
    actor: '基层党委',
    needs: ['conversionMeeting'],
    when: { step: 'conversionMeeting', results: ['cancelled'] },
    detour: true,
    latest: [withinThreeMonths({ step: 'conversionMeeting' })],
    results: [{ key: 'approved', label: '批准', ends: '取消预备党员资格', makes: 'outside' }, refused(['conversionMeeting', 'cancellationApproval'])],
    asks: [{ kind: 'number', label: '批复文号' }],
    materials: [material('reply', '上级党委关于取消预备党员资格的批复', { clause: constitution })],
    forms: ['conversionLetter'],
  },
  {
    key: 'archive',
    no: 25,
    label: '材料归档',
    phase: phases[4],
    clause: art('第三十六条'),
    actor: '基层党委',
    needs: ['conversionApproval'],
    when: passed,
    results: [{ key: 'done', label: '已归档', ends: '转为正式党员' }],
    asks: [{ kind: 'people', label: '经手人', atLeast: 1 }],
    materials: [material('list', '材料清单')],
  },
]
