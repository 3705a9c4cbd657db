export default definePageConfig({
  navigationBarTitleText: '驿站',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
