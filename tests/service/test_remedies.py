"""What is to be done about a problem that is named, or that was asked about before: its own measure (问题与措施)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "玉溪沟镇人民政府"
TEXT = f"""{BODY}2023年度部门决算

第四部分 绩效评价情况

一、整体支出自评

三、存在的问题

一是路灯管护跟不上，三个村的路灯坏了两个月才修。

二是合同归档不规范，部分采购合同没有骑缝章。

四、改进措施

（一）与供电所签订维修协议，报修后三天内到场。

（二）指定专人管档案，每季度抽查合同。

五、其他说明

上年度区里检查指出的问题有：垃圾中转站渗水处理不及时，冬季末端水压不足，村级保洁出勤率仅81.5%。2023年整改安排：中转站加装导流槽，水厂增设加压泵一台。

2022年区财政局对敬老院供暖开展评价，发现以下问题：一是锅炉工无证上岗；二是煤炭露天堆放。

整改措施：更换持证人员；搭建封闭煤棚。

六、评价结论

主要问题：一是殡葬设施预约率低；二是救助档案更新周期偏长，平均55天。

建议：向邻近乡镇推介预约电话；与医保、人社等6个部门按季比对，周期压到25天以内。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("remedies"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("said", "told", "other"),
    [
        (("路灯管护跟不上，打算咋改",), "供电所", "档案"),
        (("合同归档不规范，提出了什么整改措施",), "专人管档案", "供电所"),
        (("针对村级保洁出勤率偏低的问题，如何整改",), "加装导流槽", "供电所"),
        (("乡亲们说冬天水压上不去，打算咋解决",), "加压泵一台", "供电所"),
        (("煤炭露天堆放咋整改的",), "封闭煤棚", "供电所"),
        (("敬老院供暖查出来啥毛病", "后来咋整改的"), "持证人员", "供电所"),
        (("针对救助档案更新周期偏长，报告提出了什么建议",), "6个部门", "供电所"),
        (("自评存在什么问题", "那打算怎么解决"), "供电所", "煤棚"),
    ],
)
def test_the_measure_is_that_of_the_problem(
    answerer: Answerer, said: tuple[str, ...], told: str, other: str
) -> None:
    for question in (f"{BODY}2023年{said[0]}", *said[1:]):
        answer = answerer.ask(AskRequest(question=question, conversation_id="".join(said)))
    assert answer.status == "answered" and told in answer.answer and other not in answer.answer
