/** After the last browser test. */
export default async function closeBrowser(): Promise<void> {
  const shared = globalThis as { closeBrowser?: () => Promise<void> }
  await shared.closeBrowser?.()
}
