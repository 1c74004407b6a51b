import os


def test_a():
    print(os.environ["DATABASE_URL"], os.environ["REDIS_URL"])
    import psycopg2, redis

    c = psycopg2.connect(os.environ["DATABASE_URL"])
    c.close()
    r = redis.from_url(os.environ["REDIS_URL"] + "/3")
    r.set("a", 1)
    r.close()
