-- Takes longer than any limit of a request.
INSERT INTO entries SELECT n, 'word ' || n % 1000 FROM generate_series(1, 200000) AS n;
