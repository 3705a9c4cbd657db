interface Download {
  name: string
  content: Blob
}

/** What a browser downloads in the tests of this file, under fake timers. */
export function downloads(): Download[] {
  const downloaded: Download[] = []
  let content: Blob

  beforeEach(() => {
    jest.useFakeTimers()
    downloaded.length = 0
    URL.createObjectURL = jest.fn((blob: Blob) => {
      content = blob
      return 'blob:here'
    })
    URL.revokeObjectURL = jest.fn()
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      downloaded.push({ name: this.download, content })
    })
  })
  afterEach(() => {
    jest.useRealTimers()
    jest.restoreAllMocks()
  })
  return downloaded
}
