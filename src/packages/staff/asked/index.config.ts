export default definePageConfig({
  navigationBarTitleText: '想代办的家人',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
