"""What a clerk hands in over the tiny county again and again, and how."""

from queries import preparing, tickets

HEADING = "助餐点编号,镇街道,月份,用餐人次,用餐人数,送餐人次,补贴金额\n"
# In the tiny county P04 of 钟埭街道 served 1488 meals in March, the county 4805.
CORRECTED = "P04,钟埭街道,2024-03,1588,75,300,3720.00\n"
REFUSED = CORRECTED.replace("钟埭街道", "西塘镇")  # which lies in another county


def meal_file(*rows):
    return ("三月更正.csv", (HEADING + "".join(rows)).encode("gb18030"))


def hand_in(data, var, *files, **asked):
    """Hand files in and have them checked; return the ticket with what came of it."""
    ticket = tickets.open_ticket(data, list(files), "数据员", [asked] * len(files))
    preparing.work(data, var, ticket)
    return tickets.read_ticket(data, ticket.id)
