interface Period {
  readonly span: string
  readonly what: string
  readonly witness: string
}

/** 个人简历 as it was typed: a line each, its parts set apart by spaces: when, what and, at the end of three or more, who can say so. */
export const periodsOf = (resume: string): readonly Period[] =>
  resume.split('\n').flatMap(line => {
    const [span = '', ...rest] = line.trim().split(/[\s　]+/)
    if (span === '') return []
    const witness = rest.length > 1 ? (rest.at(-1) ?? '') : ''
    return [{ span, what: rest.slice(0, rest.length > 1 ? -1 : undefined).join(' '), witness }]
  })

/** The same in running text, for a box without columns. */
export const resumeText = (resume: string): string =>
  periodsOf(resume)
    .map(({ span, what, witness }) => `${span}　${what}${witness === '' ? '' : `（证明人：${witness}）`}`)
    .join('\n')
