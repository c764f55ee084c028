<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
  <context>
    <name>AgreementSection</name>
    <message>
      <source>份数</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>份数说明</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>写协议　Ctrl+Enter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>协议内容</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>协议编号</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>协议金额</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>履行</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>履行方式</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>履行期限</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>还没有协议</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>这里写双方达成的协议：从条款库选条款，填金额与日期，右侧即时成文。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>＋ 条款　Ctrl+Enter</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Appearance</name>
    <message>
      <source>主题</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>列表行高</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>字号</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>宽松</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>标准</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>浅色</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>深色</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>界面语言</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>界面语言在下次启动时生效。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>紧凑</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>跟随系统</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Binding</name>
    <message>
      <source>缺少{what}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Cases</name>
    <message>
      <source>尚未编号</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>当事人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>最近保存</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>案号</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>申请日期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>纠纷</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>金额</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>阶段</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CasesPage</name>
    <message>
      <source>{count} 件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>可以用姓名、拼音首字母、案号的一部分、电话或证件号的末几位来找。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打开选中的案件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>案件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有符合的案件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>清除筛选</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>登记的每一件纠纷都会列在这里。登记从当事人说的第一句话开始，内容随时自动保存。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>登记第一件纠纷</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>筛选案件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>筛选案件  Ctrl+F</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>筛选：姓名、拼音、案号、尾号</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>还没有案件</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CasesTable</name>
    <message>
      <source>案件列表</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ClausePicker</name>
    <message>
      <source>条款</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>条款名称、拼音首字母或其中的字，例如 fqhk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>查找条款</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>添加条款</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CommitteeForm</name>
    <message>
      <source>人调字</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>例：0532-88880000</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>例：云临区金融消费纠纷人民调解委员会</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>例：云临金人调字</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>例：崂山工作站</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>办理司法确认的基层人民法院</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>印在文书上的详细地址</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>印章上的名称，留空则用调委会名称</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>印章名称</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>地址</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>工作站</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>新案件默认的记录人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>案号将写作 {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>案号用字</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>电话</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>管辖法院</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>记录人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>调委会名称</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ConfirmationSection</name>
    <message>
      <source>协议 {day} 生效，最迟 {limit} 申请</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>协议生效后三十日内共同申请；现在还没有生效日</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>双方共同申请司法确认</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>司法确认</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>备注</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>是否申请</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>申请日期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>申请法院</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>管辖说明</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CrashDialog</name>
    <message>
      <source>刚才的一步没有完成。已保存的内容不受影响，可以继续使用。请把下面的报告交给技术人员，其中不含当事人信息。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>复制报告</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已复制</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>程序内部出错</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>程序出错</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>继续使用</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>错误报告</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>DemoBanner</name>
    <message>
      <source>新建本站数据库</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>示例数据：人物、机构和案件均为虚构，可以随意练习</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Details</name>
    <message>
      <source>关闭  Esc</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Documents</name>
    <message>
      <source>已出具的文书</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第{number}版</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>还没有出具文书。右侧的文书打印或另存后，每一版都会列在这里，不会再改变。</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>EntryWindow</name>
    <message>
      <source>正在准备示例，约需几秒…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>正在建立加密数据库…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>正在打开…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>正在核对…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>金融消费纠纷人民调解工作台</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Errors</name>
    <message>
      <source>；</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message>
      <source>争议事项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>每行一项，打印时自动编号</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>申请事项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>纠纷事实与诉求</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>纠纷简要情况</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>诉求金额</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Field</name>
    <message>
      <source>必填</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>HitList</name>
    <message>
      <source>搜索结果</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>IdentityField</name>
    <message>
      <source>证件类型</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Journal</name>
    <message>
      <source>流水</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>筛选流水</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>筛选：姓名、字段、内容</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>JournalModel</name>
    <message>
      <source>内容</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>恢复</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>时间</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>谁</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>KeyList</name>
    <message>
      <source>关闭  Esc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>快捷键</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>LineField</name>
    <message>
      <source>例如 {sample}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>必填</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>LongTextField</name>
    <message>
      <source>必填</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>仍然退出</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>保存</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>切换浅色和深色</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>到处</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>原始大小</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>同步</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>后退一步</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>工作站</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>快捷键</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打开“{page}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>搜索案件和命令</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>放大</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>断网时可以照常登记、调解、打印。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>有内容未能保存，现在退出会丢失这些内容。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>案件只存放在这台电脑上，没有连接中心库，也没有上传任何内容。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>登记新的纠纷</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>立即保存</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>缩小</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>设置文件已损坏，现已恢复默认设置；原文件另存为 settings.damaged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>输入的内容两秒内写入本机的加密数据库，不需要手动保存；断电也不会丢失。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>返回</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>这一页</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>这里的人物、机构和案件都是虚构的，用来练习，不会同步。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>退出</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>金融消费纠纷人民调解工作台</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Mediation</name>
    <message>
      <source>人民调解员</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>删除这次调解会</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>告知事项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>每行一位</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>每行一项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>移送材料</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>移送法院</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第{number}次</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>终止原因</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>终止日期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>记录人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>调解会</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>调解员</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>调解地点</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>调解日期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>调解结果</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>送达方式</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>＋ 调解会（今天）</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MissingLine</name>
    <message>
      <source>出具前还缺 {count} 项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>还有 {count} 项…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>NewStation</name>
    <message>
      <source>两次输入的密码不一致</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>再输入一次</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>可以</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>太短</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>密码强度</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>密码有 {count} 位，至少需要 {least} 位</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>密码用来加密全部案件。我们不知道它，也不能替您找回；请使用不易猜到的密码。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>密码（至少 {count} 位）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>建立数据库</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>很好</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>新建本站数据库</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>较弱</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>返回</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Notice</name>
    <message>
      <source>关闭消息</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Output</name>
    <message>
      <source>已保存为 {path}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已送打印</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Overview</name>
    <message>
      <source>业务子类</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>业务类别</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>办理渠道</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>受理日期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>投诉原因</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>日期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>案件来源</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>申请日期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>签收委派材料</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>纠纷</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>纠纷类型</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>银行收诉日期</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PaperPane</name>
    <message>
      <source>《{form}》还不能出具，缺少：{missing}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>另存为 PDF Ctrl+Shift+S</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打印</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打印 Ctrl+P</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打印草稿</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>放大 Ctrl+=</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文书</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>缩小 Ctrl+-</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>适合宽度</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PaperView</name>
    <message>
      <source>文书预览</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Parties</name>
    <message>
      <source>＋ {role}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PartyCard</name>
    <message>
      <source>{age}岁</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{age}岁，建议使用大字版</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{age}岁，需要法定代理人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>上移</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>下移</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>删除{who}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>删除当事人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>委托代理人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>当事人地位</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>当事人类型</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>法定代理人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>法定代表人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>经营者</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>负责人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>＋ 委托代理人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>＋ 法定代理人</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PasswordScreen</name>
    <message>
      <source>密码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>密码不正确，还可以试 {count} 次</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>密钥交给操作系统的密钥环保管；公用电脑请不要勾选</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已输错 {count} 次，请等待 {time} 后再试</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>忘记密码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打开</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>记住在本机，下次不再询问</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>请输入密码</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PersonFields</name>
    <message>
      <source>与当事人关系</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>代理人身份</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>代理权限</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>住址</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>住所</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>信用代码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>关系证明</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>出生日期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>名称</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>国籍</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>姓名</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>委托书编号</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>律师事务所</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>性别</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>有效期至</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>权限类型</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>民族</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>监护证明</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>职业或职务</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>职务</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>联系电话</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>证件号码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>译名</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PlanCard</name>
    <message>
      <source>不分期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>共 {count} 期，合计 {total} 元</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>分期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>删除这一期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>到期日</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>年利率 %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>总额</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>按规则计算</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>期数</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第{number}期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>等 {count} 处</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>还款方式</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>逐期手工填写</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>金额</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>首期到期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>＋ 一期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>＋ 分期计划</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>，其中利息 {interest} 元</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PlanTable</name>
    <message>
      <source>分期表</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>案件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>登记</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>设置</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>页面</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Recover</name>
    <message>
      <source>两次输入的密码不一致</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>再输入一次</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>恢复码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>新密码（至少 {count} 位）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>用恢复码设置新密码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>至少需要 {least} 位</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>设置新密码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>输入建立数据库时抄写的恢复码，大小写和空格都可以。成功后会得到一个新的恢复码。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>返回</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RecoveryCode</name>
    <message>
      <source>保存恢复码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>另存为文件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>复制</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>忘记密码时，只有恢复码能打开数据库。它只显示这一次：请抄写或打印，放在上锁的抽屉里，不要存在这台电脑上。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>恢复码.txt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>恢复码：{code}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>我已抄写或打印恢复码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打印</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>数据库恢复码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文件没有保存：该位置不能写入，请另选位置</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文本文件 (*.txt)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>请保管好恢复码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>进入工作台</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>金融消费纠纷人民调解工作台</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Roster</name>
    <message>
      <source>添加调解员</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>还没有调解员。添加后，登记时可以直接选择。</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RosterLine</name>
    <message>
      <source>姓名</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>工作证号（可不填）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>移出名册</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SearchBox</name>
    <message>
      <source>姓名 / 拼音 / 案号 / 电话尾号 / 命令</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>搜索案件和命令</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>搜索案件和命令  Ctrl+K</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有找到，换一个姓名、案号或电话尾号试试</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SecretField</name>
    <message>
      <source>显示密码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>隐藏密码</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Sentence</name>
    <message>
      <source />
      <translation type="unfinished" />
    </message>
    <message>
      <source>15位的旧号码自2013年1月1日起无效，应填写18位号码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{capitals}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{code}开头的是{kind}的号码，请核对证件类型</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{folder} 中已有数据库，没有改动它</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} 应为 {least} 至 {most} 的整数</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} 中已有数据库，不能重复建立</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} 中没有数据库，请先建立</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{place}号码应为{code}加{right}位数字，现为{count}位</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{role}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{sex} · {day} 出生</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{text} 不是有效日期：{year}年{month}月没有{day}日</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{text} 不是有效日期：没有{month}月</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{text} 的年份应在 {first} 至 {last} 之间</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{who}的{what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{years}年节假日未导入，只按周末推算，导入后可能变化</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{year}年{month}月没有{day}日，这个月是1至{last}日</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{year}年没有{month}月，月份是1至12</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{year}年节假日表中有其他年份的日期 {day}，请核对文件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{around}”附近有残缺的字符，无法保存，请删去后重新输入</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{number}”不是电话号码，应为11位手机号、带区号的固定电话或以+开头的境外号码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{number}”对应多个案件：{found}，请写得更完整</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{text}”不是利率，请写百分数，例如 3.6</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{text}”不是大写金额，应写成例如“壹仟零伍元叁角整”的样子</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{text}”不是整数，请只写数字，例如 12</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{text}”不是日期，请写成 2026-3-5、20260305、3.5、今天 或 +15</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{text}”不是有效日期，应写成 2026-03-05 的样子</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{text}”不是金额，应写成 8765.43 的样子</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{text}”不是金额，请填写以元为单位的数字，例如 8765.43</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{text}”太远，请核对天数</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“协议内容”与“条款”只能写一种</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>《{form}》还不能出具，缺少：{missing}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>一次性了结</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>一次性付款</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>一般授权</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>不予受理</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>不在代码表中，仍会照此保存</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>不认识的项目“{name}”，是否应为“{meant}”？</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>不认识的项目“{name}”，请删去或者改正</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>与本文件第{first}个案例的案件编号相同，不能重复</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>个体工商户</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>中止</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>中止调解</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>书面协议（口头协议不能申请司法确认）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>争议事项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>产品退出</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>人民调解协议书</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>人民调解口头协议登记表</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>人民调解员</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>人民调解委员会印章</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>人民调解申请书</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>以下字符没有可用字体，无法打印：{names}，请先添加字体</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>住址或住所</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>保密</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>催收规范</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>共同申请司法确认</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>其他约定</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>其他证件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>写了{count}次调解，没有写调解日期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>军官证</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>减免</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>出入境通行证</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>出生日期 {born_on} 与证件号码中的 {told} 不一致</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>分期合计 {planned} 元，协议金额为 {amount} 元，请核对</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>分期计划的总额、期数或首期到期日</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>分期还款</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>前两位“{code}”不是省级行政区划代码，应为11–15、21–23、31–37、41–46、50–54、61–65、71、81、82之一</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>前六位应为{fronts}，现为“{given}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>协议</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>协议内容</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>协议尚未签署齐全，不能有协议生效日</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>协议生效日 {day} 不对，按签名、印章中最晚的日期应为 {right}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>协议生效日（当事人、调解员签名和盖章的日期）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>协议金额（没有金钱给付的填0）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>卡号末位应为 {right}，现为 {given}，请核对（存折和对公账号可不符合）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>受理</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>受理日期 {accepted_on} 早于申请日期 {filed_on}，请核对</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>台湾居民居住证</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>台湾居民来往大陆通行证</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>司法确认申请书</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>各期本金合计 {paid} 元，应等于总额 {total} 元，多 {difference} 元</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>各期本金合计 {paid} 元，应等于总额 {total} 元，少 {difference} 元</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>名称</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>回访</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>固定电话缺少区号，应写成 0999-{number} 的样子</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>境外号码应为+国家代码加号码，共8至15位数字</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>外国人永久居留身份证</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>外国人永久居留身份证（2023版）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>外国护照</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>大写金额“{text}”写法不规范，应为“{right}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>姓名</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>委托代理人姓名</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>委托代理人的代理权限</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>密码不正确，数据库没有打开</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>密码不能为空</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>密钥文件 {path} 已损坏，请用备份恢复</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>密钥文件已损坏，请用备份恢复</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>密钥文件由更新版本的程序写入，请先升级程序</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>居民身份证</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>履行</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>履行方式</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>履行期限</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>年利率为 {rate}，应在 0（0%）至 1（100%）之间，例如 3.6% 写作 0.036</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>年利率应在 0 至 100 之间（%）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>年龄写{age}岁，按出生日期 {born_on} 到申请日期应为{right}岁</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>应为15位（3个字母加12位数字）；9开头的18位号码是2023版证件，请核对证件类型</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>应为5至20位，现为{count}位</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>应为8位，现为10位；旧证末两位是换证次数，请核对</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>应为9位（带换证次数的为11位），现为{count}位</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>应为{right}位，现为{count}位</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>应为{wanted}，文件中是{found}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>应写成“到期日 金额”，例如 2026-09-30 40000000.00，文件中是“{text}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>当事人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>当事人中没有“{signer}”，或者不止一人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>征信处理</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>性别写“{sex}”，证件号码第17位表示“{told}”，请核对</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>总额 {total} 元按此方式分 {periods} 期，有一期不足 0.01 元，请减少期数或增加总额</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>恢复码应有{groups}组、每组{length}个字符，请核对</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>恢复码有抄写错误，请逐个字符核对</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>户口簿</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>手机号应为11位，现为{count}位</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>手机号第2位应为3至9，现为{given}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打印机“{name}”打不开</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打印机“{name}”没有接收文件，请检查打印机</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打开数据库需要密码，请输入密码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>护照</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>担保</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>担保人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>损失分担</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>提前到期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>撤回</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>撤回申请</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>数据库文件已损坏，请停止使用并用最近的备份恢复</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>数据库文件是只读的，无法保存，请检查文件夹权限</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>数据库正被另一个程序占用，请稍后重试</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>数据库由更新版本的程序写入（结构 {found}，本程序支持到 {latest}），请先升级程序</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文件“{path}”写不进去：{reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文件不完整：到第{line}行第{column}列就中断了，可能没有传完或者没有保存完</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文件不是 UTF-8 编码的文字（第{position}个字节起无法识别），请核对文件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文件中没有案例</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文件是 GBK（GB 18030）编码，请另存为 UTF-8 编码后再导入</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文件是 UTF-16 编码，请另存为 UTF-8 编码后再导入</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文件是空的，没有任何内容</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文件的括号嵌套太深，不是案件交换文件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文字中有不能使用的字符 {code}，请删去后重新填写</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>无法写入 {path}，请检查权限</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>无法写入 {path}，请检查磁盘空间和权限</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>无法打开数据库文件，请检查文件夹是否存在、是否有权限</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>无法读取密钥文件 {path}，没有它不能打开数据库</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>星期{day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>普通护照号码应为E加8位数字、E加1个字母和7位数字，或者G加8位数字，现为“{given}”，公务护照和特别行政区护照请核对</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>最多{most}人，文件中有{count}人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>最多为 {most}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>期数为 {periods}，应在 1 至 {most} 之间</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>期数写了{periods}期，逐期列出的有{count}期，应一致</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>期限文件不是有效的 JSON，请重新下载或导出</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>期限文件中“{name}”（{key}）有两项同日生效，请删去一项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>期限文件第{no}项的“{field}”应为{right}，现为“{value}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>期限文件缺少列表“limits”，请核对文件格式</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>期限长度为 {number}，应在 1 至 {most} 之间</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>校验位应为 {right}，现为 {given}，请逐位核对号码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>校验码应为 {right}，现为 {given}，请与营业执照核对（个别早期代码确实如此）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>案件已存在，但内容不同；导入不会覆盖，请在案件中修改</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>案件编号“{number}”已存在，不能重复登记</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>案件编号（请先登记）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>每月还款日为 {day}，应在 1 至 31 之间</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有{year}年</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有“{word}”这一选项，可选：{words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有“{word}”这一选项，是否应为“{meant}”？</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有协议，不能有分期计划</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有协议，不能有协议生效日</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有填写金额，请填写以元为单位的数字，例如 8765.43</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有找到案件“{number}”，请核对案件编号</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有找到编号为 {id} 的文书</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>法人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>法人分支机构</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>法定代理人姓名</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>法定代理人（未满18周岁）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>法定代表人或负责人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>港澳居民居住证</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>港澳居民来往内地通行证</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>演示密钥文件 {path} 已损坏，请删除整个演示文件夹后重新建立</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>特别授权</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>申请事项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>申请人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>申请法院</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>登记</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>确认</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>确认欠款</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>磁盘已满，没有保存，请清理磁盘空间后重试</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>移送</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>移送人民法院</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>程序内部出错，这一步没有完成；输入的内容仍在屏幕上</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第11–12位“{month}”不是月份</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第13–14位“{day}”不是日期：{year}年{month}月没有这一天</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第17位（组织机构代码校验码）应为 {right}，现为 {given}，请与营业执照核对</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第1位应为 9，现为 {given}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第1位应为 H（香港）或 M（澳门），现为“{sign}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第7–10位“{year}”不是年份</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第7–10位“{year}”：按此出生年份已{age}岁，超过{oldest}岁，请核对</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第7–14位的出生日期 {day} 晚于今天，请核对</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第{line}行第{column}列不是有效的 JSON：{cause}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第{no}期到期日 {day} 应晚于第{before}期的 {earlier}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第{no}期到期日 {day} 是休息日（{reason}），到期日不自动顺延，请确认</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第{no}期金额为 {amount} 元，应大于 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第{number}条的内容</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第{place}位“{sign}”不会出现在代码中（不用I、O、S、V、Z），请核对是否为“{right}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第{place}位“{sign}”不是数字</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第{place}位“{sign}”应为{words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第{place}位“{sign}”应为数字或大写字母</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第三人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>等分还款不计利息，请改用等额本息或等额本金，或者将年利率填为 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>签署</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>签署日期 {day} 与签署记录不符，应为 {right}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>纠纷主要事实</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>纠纷简要情况</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>纠纷类型</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>统一社会信用代码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>继承与代收</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>缺少{periods}，各期应从第1期起连续编号</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>缺少必填内容：{names}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>自然人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>节假日文件不是有效的 JSON，请重新下载或导出</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>节假日文件第{no}项的日期“{on}”不正确，应写成 2026-10-01 的样子</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>节假日文件第{no}项缺少名称“name”或者是否休息“isOffDay”（true 或 false）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>节假日文件缺少年份“year”或者日期列表“days”，请核对文件格式</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>草稿</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>补偿</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>被申请人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>警官证</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>记录中的“{path}”缺失或无法识别，可能由更新版本的程序写入，请升级程序</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>记录人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>设置没有保存：配置文件夹不能写入，下次启动时将恢复原来的设置</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>证件号码</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>读写数据库文件时出错，请检查磁盘</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>调解</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>调解不成</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>调解中</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>调解委员会名称</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>调解次数写了{count}次，调解日期有{days}个，应一致</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>账户管控</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>费用</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>起算日 {day} 太远，请核对年份</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>达成书面协议</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>达成口头协议</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>还有{count}处空白：{blanks}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>还款期间利息</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>这一项写了不止一次，请只保留一处</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>退费</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>道歉</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>金额 {money} 是负数，不能写成大写</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>金额 {money} 超过一万亿元，不能写成大写</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>金额“{text}”是负数，金额不能小于 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>金额“{text}”有{count}位小数，最多两位（精确到分）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>金额“{text}”的千位逗号位置不对，应每三位一个，例如 8,765.43</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>金额“{text}”过大，不能超过 {most} 元（一万亿元）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>银行卡号应为13至19位，现为{count}位</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>银行卡号应为13至19位，现为{count}位，存折或对公账号请核对</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>非法人组织</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>首期到期日 {day} 太远，请核对年份</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <source>修改后自动保存，不需要按保存按钮。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>外观与语言</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>设置</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>调解员名册</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>调解委员会</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Signing</name>
    <message>
      <source>协议自 {day} 起生效（最后一个签名或盖章的日期）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已签 {done} / {all}，全部签名盖章后协议生效</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>未签的都填今天</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>签名与盖章</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>签署说明</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StageBar</name>
    <message>
      <source>阶段：{stage}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>{station} · 示例数据</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已保存</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已保存 {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>未填写调委会</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>未能保存</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>未能保存：{reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>本机数据（未连接中心库）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>正在保存…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有未保存的内容</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Summary</name>
    <message>
      <source>打开案件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打开案件  Enter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>最近保存</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>案件摘要</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>申请人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>申请日期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>类别</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>纠纷</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>被申请人</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>选择一件案件查看摘要</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>金额</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TermCard</name>
    <message>
      <source>上移条款</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>下移条款</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>删除条款</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>条款内容</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>条款种类</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>条款金额</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TopBar</name>
    <message>
      <source>本机用户</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>用户：{name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>登记</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>登记新的纠纷  Ctrl+N</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>VisitSection</name>
    <message>
      <source>回访</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>回访日期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>履行情况</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>满意度</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Welcome</name>
    <message>
      <source>为本站建立加密数据库。需要设置一个密码，并抄写一个恢复码。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打开一个装有虚构案件的工作站，随意点、随意改，和真实数据互不影响。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>新建本站数据库</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>登记、调解、协议、司法确认，都在这一张桌子上。数据加密保存在这台电脑，断网也能用。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>看示例（推荐）</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>金融消费纠纷人民调解工作台</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
