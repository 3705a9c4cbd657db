/** WeChat's files: what was written, by its path. */
export function someFiles() {
  const written = new Map<string, string>()
  return {
    written,
    manager: {
      rmdirSync: (folder: string) => {
        for (const path of written.keys()) if (path.startsWith(`${folder}/`)) written.delete(path)
      },
      mkdirSync: () => undefined,
      writeFileSync: (path: string, content: string, encoding: string) =>
        void written.set(path, `${encoding}: ${content}`),
    },
  }
}

export const whereToWrite = (files: ReturnType<typeof someFiles>) => ({
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getFileSystemManager: () => files.manager,
})
