export default definePageConfig({
  navigationBarTitleText: '谁为我办了什么',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
