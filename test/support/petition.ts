/** A signed letter of accusation about somebody, as it is registered on the day it came. */
export const signedLetter = (personId: string, receivedOn: string, given: object = {}): Record<string, unknown> => ({
  number: '信〔2026〕001',
  receivedOn,
  source: 'letter',
  nature: 'accusation',
  named: true,
  petitioner: '李志成',
  subjectName: '乔修远',
  personId,
  category: 'integrity',
  content: '反映接受宴请',
  ...given,
})
