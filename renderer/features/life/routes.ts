import { page } from '../../app/router.ts'

export const lifeRoutes = [
  page('meetings', '/meetings', () => import('./MeetingsPage.tsx').then(m => m.MeetingsPage)),
  page('meetings', '/meetings/new', () => import('./MeetingsPage.tsx').then(m => m.NewMeetingPage)),
  page('meetings', '/meetings/:id', () => import('./MeetingPage.tsx').then(m => m.MeetingPage)),
]
