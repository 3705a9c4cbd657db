export default definePageConfig({
  navigationBarTitleText: '服务卡',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
