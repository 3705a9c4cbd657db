export default definePageConfig({
  navigationBarTitleText: '敲门',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
