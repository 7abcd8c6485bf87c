/** The value of `--name=value` on the command line, `''` for a bare `--name`, undefined without it. */
export function argument(name: string): string | undefined {
  const found = process.argv.slice(2).find(a => a === `--${name}` || a.startsWith(`--${name}=`))
  return found?.slice(name.length + 3)
}
