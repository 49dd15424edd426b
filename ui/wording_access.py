"""What is said about who may do what: roles, signing in and out, refusals."""

ROLE = {"viewer": "浏览", "analyst": "分析", "steward": "数据员"}
SINGLE = "本机单人使用，未登录"
SINGLE_NOTE = "没有配置登录，只有这台电脑能打开看板；打开的人可以做所有的事。"
SIGN_IN = "登录"
SIGN_IN_AGAIN = "重新登录"
SIGN_OUT = "退出登录"
BACK = "回到总览"
TWO_WAYS = (
    "看板没有打开：同时配置了两种登录方式，secrets.toml里的[auth]和config.toml里的"
    "trustedUserHeaders。请只保留一种，再重新启动。"
)
UNREADABLE = (
    "看板没有打开：.streamlit/secrets.toml读不出来，不知道该怎么登录。请对照"
    "secrets.example.toml核对引号与等号，再重新启动。"
)
PROXIED = (
    "看板没有打开：还没有配置登录，只能在本机直接打开，这次访问却是从别处转来的。"
    "请按手册“登录与权限”一章配置登录，再重新启动。"
)


def open_to_all(how: str, address: str) -> str:
    reached = f"现在的server.address是{address or '空（所有网卡）'}，别的电脑也能打开"
    if how == "header":
        return (
            f"看板没有打开：身份由同一台机器上的代理转来，所以只能在本机监听；{reached}。"
            "请在.streamlit/config.toml里把server.address改为127.0.0.1，再重新启动。"
        )
    return (
        f"看板没有打开：还没有配置登录，{reached}。请把server.address改回127.0.0.1，"
        "或按手册“登录与权限”一章配置登录，再重新启动。"
    )


def short_secret(least: int) -> str:
    return (
        f"看板没有打开：secrets.toml里的cookie_secret不足{least}个字符，容易被猜中。"
        "请换成随机生成的长字符串，再重新启动。"
    )


def signed_out(how: str, ask: str) -> tuple[str, str]:
    """Return head and sentence for somebody nobody has vouched for."""
    if how == "header":
        return (
            "请从单位门户进入",
            f"没有收到门户转来的身份。请回到单位门户，从那里打开看板；仍不行时，请联系{ask}。",
        )
    return "请先登录", "使用本单位的统一身份账号登录，登录后回到这一页。"


def expired(name: str) -> tuple[str, str]:
    return "登录已到时限", f"{name}的登录已到时限。重新登录后，回到刚才的这一页。"


def without_role(name: str, ask: str) -> tuple[str, str]:
    return (
        "这个账号还没有看板的权限",
        f"{name}已经登录，但还没有分到看板的角色。请联系{ask}，把账号加入看板的用户组，"
        "再重新登录。",
    )


def refused(role: str, roles: tuple[str, ...]) -> str:
    """Return why a page does not open, and for whom it does."""
    if not roles:
        return "权限表没有把这一页给任何角色。需要时，请管理员在权限表里补上。"
    needed = "或".join(f"“{ROLE[one]}”" for one in roles)
    return f"打开这一页，要有{needed}的角色；你现在的角色是“{ROLE[role]}”。"


def asking(ask: str) -> str:
    return f"工作需要时，请联系{ask}。"
