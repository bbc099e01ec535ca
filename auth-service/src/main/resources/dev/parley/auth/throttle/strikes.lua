-- A step of a counter of tries, as Step and Strikes do it in Java.
-- KEYS[1]  hash with "count" and "at" (milliseconds since the epoch)
-- ARGV     step, count and "at" as the caller remembers them, free, first and longest pause,
--          forgive every, most, keep for (all in milliseconds)
-- Answers  how long to wait, count (as text: Redis would cut a number to an integer), at
local step = ARGV[1]
local free, first, longest = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local forgive, most, keep = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9])

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local stored = redis.call('HMGET', KEYS[1], 'count', 'at')
local count, at = tonumber(stored[1] or '0'), tonumber(stored[2] or '0')
-- Redis may have been restarted, or was away: whoever knows something later is believed.
if tonumber(ARGV[3]) > at then
  count, at = tonumber(ARGV[2]), tonumber(ARGV[3])
end

local pause = 0
local tries = math.ceil(count)
if tries >= free then
  pause = math.min(longest, first * 2 ^ (math.min(tries, most) - free))
end
local wait = math.max(0, at + pause - now)

if step == 'clear' then
  count, at, wait = 0, math.max(now, at), 0
elseif step == 'count' or step == 'refund' or (step == 'take' and wait == 0) then
  local left = math.max(0, count - math.max(0, now - at) / forgive)
  count = math.max(0, math.min(most, left + (step == 'refund' and -1 or 1)))
  at = math.max(now, at)
end

if at > 0 and step ~= 'look' then
  redis.call('HSET', KEYS[1], 'count', string.format('%.6f', count), 'at', string.format('%d', at))
  redis.call('PEXPIRE', KEYS[1], keep)
end
return {wait, string.format('%.6f', count), string.format('%d', at)}
